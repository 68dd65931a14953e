import { defineContentScript } from 'wxt/utils/define-content-script';
import { loadSite } from '@/lib/surfaces/loaded.ts';
import proton from '@/lib/surfaces/proton/proton.surface.ts';

/** Stands behind the guard, whose engine it borrows. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () => loadSite(proton),
});
