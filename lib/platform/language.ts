import { browser } from './browser.ts';
import { type Language, languageOf, setLanguage } from './words.ts';

export type LanguageChoice = 'auto' | Language;
const KEY = 'language';

/** What the user chose; `auto` follows the browser. */
export async function languageChoice(): Promise<LanguageChoice> {
  const { [KEY]: choice } = await browser.storage.local.get(KEY);
  return choice === 'en' || choice === 'id' ? choice : 'auto';
}

export const chooseLanguage = (choice: LanguageChoice): Promise<void> => browser.storage.local.set({ [KEY]: choice });

/**
 * Call before a door draws anything. A later change reloads the door, unless it must `stay`: a warning holds a message,
 * or is kept ready for one, and takes the new words with whatever it draws next.
 */
export async function loadLanguage(onChange: 'reload' | 'stay' = 'reload'): Promise<Language> {
  const language = await speak();
  if (typeof document !== 'undefined')
    browser.storage.local.onChanged.addListener((changes) => {
      if (!(KEY in changes)) return;
      if (onChange === 'reload') location.reload();
      else void speak();
    });
  return language;
}

async function speak(): Promise<Language> {
  const choice = await languageChoice();
  const language = choice === 'auto' ? languageOf(browser.i18n.getUILanguage()) : choice;
  setLanguage(language);
  if (typeof document !== 'undefined') document.documentElement.lang = language;
  return language;
}
