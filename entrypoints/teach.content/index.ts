import { defineContentScript } from 'wxt/utils/define-content-script';
import { patternOf, taughtId } from '@/lib/adapters/address.ts';
import { ask } from '@/lib/bus/bus.ts';
import { browser } from '@/lib/platform/browser.ts';
import { languageChoice } from '@/lib/platform/language.ts';
import { shadowOf } from '@/lib/platform/shadow.ts';
import { languageOf, setLanguage } from '@/lib/platform/words.ts';
import { lookThroughShadowsWith } from '@/lib/surfaces/deep.ts';
import { startTeaching } from '@/lib/teach/teach.ts';

/** In our own world: a second start ends the first. */
const TEACHING = 'izinTeaching';

/** Put into one page when the user asks for it; no site has it otherwise. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  async main() {
    const before: unknown = Reflect.get(globalThis, TEACHING);
    if (before instanceof AbortController) before.abort();
    const teaching = new AbortController();
    Reflect.set(globalThis, TEACHING, teaching);
    const choice = await languageChoice();
    setLanguage(choice === 'auto' ? languageOf(browser.i18n.getUILanguage()) : choice);
    lookThroughShadowsWith(shadowOf);
    const { origin, hostname } = window.location;
    const on = new Date().toISOString().slice(0, 10);
    const proof = { grade: 'taught', by: hostname, on } as const;
    await startTeaching({
      window,
      site: { id: taughtId(origin), name: hostname, matches: [patternOf(origin)], proof },
      keep: async (hooks) => (await ask('taught', { hooks })).ok,
      signal: teaching.signal,
    });
  },
});
