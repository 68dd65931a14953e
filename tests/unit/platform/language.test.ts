import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { chooseLanguage, loadLanguage } from '@/lib/platform/language.ts';
import { currentLanguage } from '@/lib/platform/words.ts';

const page = { documentElement: { lang: '' } };
const reload = vi.fn();
beforeEach(() => {
  fakeBrowser.reset();
  reload.mockReset();
  vi.stubGlobal('document', page);
  vi.stubGlobal('location', { reload });
});
afterEach(() => vi.unstubAllGlobals());

describe('a language that is chosen while a door is open', () => {
  it('loads the door anew', async () => {
    await chooseLanguage('en');
    await loadLanguage();
    await chooseLanguage('id');
    expect(reload).toHaveBeenCalledOnce();
  });

  it('reaches a warning that is kept ready, which is not loaded anew', async () => {
    await chooseLanguage('en');
    expect(await loadLanguage('stay')).toBe('en');
    await chooseLanguage('id');
    await vi.waitFor(() => expect(page.documentElement.lang).toBe('id'));
    expect(currentLanguage()).toBe('id');
    expect(reload).not.toHaveBeenCalled();
  });
});
