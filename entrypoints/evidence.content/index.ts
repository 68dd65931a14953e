import { defineContentScript } from 'wxt/utils/define-content-script';
import { readSelected } from '@/lib/surfaces/selected.ts';

/** Put into one page at the press that asks for it (`activeTab`), answers once with what is selected there, and is over. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () => readSelected(document),
});
