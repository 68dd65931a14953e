/** The only place that names `browser`: everything else imports it from here. */
export { browser } from 'wxt/browser';
