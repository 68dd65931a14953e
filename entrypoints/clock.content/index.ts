import { defineContentScript } from 'wxt/utils/define-content-script';
import { offerClock } from '@/lib/surfaces/clock.ts';
import { whenOf, whenOfFields } from '@/lib/surfaces/when.ts';

/** Stands before the guard where a site lets a time be chosen. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () => offerClock({ whenOf, whenOfFields }),
});
