/** The only place that names `browser`: everything else imports it from here. */
export { type Browser, browser } from 'wxt/browser';
