import backup from '@/assets/words/backup.json';
import consent from '@/assets/words/consent.json';
import evidence from '@/assets/words/evidence.json';
import exchange from '@/assets/words/exchange.json';
import files from '@/assets/words/files.json';
import fixes from '@/assets/words/fixes.json';
import gate from '@/assets/words/gate.json';
import kit from '@/assets/words/kit.json';
import law from '@/assets/words/law.json';
import ledger from '@/assets/words/ledger.json';
import office from '@/assets/words/office.json';
import overview from '@/assets/words/overview.json';
import people from '@/assets/words/people.json';
import popup from '@/assets/words/popup.json';
import quiet from '@/assets/words/quiet.json';
import releases from '@/assets/words/releases.json';
import requests from '@/assets/words/requests.json';
import rules from '@/assets/words/rules.json';
import sidepanel from '@/assets/words/sidepanel.json';
import spaces from '@/assets/words/spaces.json';
import teach from '@/assets/words/teach.json';
import team from '@/assets/words/team.json';
import warning from '@/assets/words/warning.json';
import welcome from '@/assets/words/welcome.json';

export type Language = 'en' | 'id';
type Form = string | { readonly one: string; readonly other: string };
type Entry = Readonly<Record<Language, Form>>;

const catalogue = {
  ...backup,
  ...office,
  ...overview,
  ...evidence,
  ...exchange,
  ...consent,
  ...files,
  ...fixes,
  ...gate,
  ...kit,
  ...law,
  ...ledger,
  ...people,
  ...popup,
  ...quiet,
  ...releases,
  ...requests,
  ...rules,
  ...sidepanel,
  ...spaces,
  ...teach,
  ...team,
  ...warning,
  ...welcome,
};
export type WordKey = keyof typeof catalogue;
export type Params = Readonly<Record<string, string | number>>;

const entries: Readonly<Record<string, Entry | undefined>> = catalogue;
let language: Language = 'en';

export const currentLanguage = (): Language => language;

/** For `Intl`: the language that is shown, as it is written here and in Britain. */
export const locale = (): string => (currentLanguage() === 'id' ? 'id-ID' : 'en-GB');
export const setLanguage = (to: Language): void => {
  language = to;
};
export const languageOf = (tag: string): Language => (/^(id|in|ms|jv|su)\b/i.test(tag) ? 'id' : 'en');
export const isWord = (key: string): key is WordKey => key in entries;

/**
 * The words of a key in the current language. `{name}` is filled from params; `count` chooses between `one` and
 * `other` by `Intl.PluralRules`. Numbers are written as the language writes them.
 */
export function t(key: WordKey, params: Params = {}): string {
  return words(key, params);
}

/** As `t`, for a key that arrives as data (a finding's phrase). Throws for an unknown key: that is a bug. */
export function words(key: string, params: Params = {}): string {
  return wordsIn(language, key, params);
}

/** As `words`, in a language that need not be that of the page: texts for a person are written in theirs. */
export function wordsIn(tongue: Language, key: string, params: Params = {}): string {
  const form = entries[key]?.[tongue];
  if (form === undefined) throw new Error(`No words for "${key}"`);
  const text = typeof form === 'string' ? form : form[plural(tongue, Number(params.count))];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => write(tongue, params[name]));
}

const plural = (tongue: Language, count: number): 'one' | 'other' =>
  new Intl.PluralRules(tongue).select(count) === 'one' ? 'one' : 'other';

const write = (tongue: Language, value: string | number | undefined): string =>
  typeof value === 'number' ? new Intl.NumberFormat(tongue).format(value) : (value ?? '');
