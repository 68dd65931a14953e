import { answerWords, whoWords } from '@/components/sidepanel/answer.ts';
import { lookUp } from '@/lib/assess/look-up.ts';
import { mayWrite } from '@/lib/domain/may-write.ts';
import { PERSONAL_SPACE } from '@/lib/domain/person.ts';
import { spacesBeside } from '@/lib/ledger/spaces-for.ts';
import { browser } from '@/lib/platform/browser.ts';
import { loadLanguage } from '@/lib/platform/language.ts';
import { openPage } from '@/lib/platform/tabs.ts';
import { t } from '@/lib/platform/words.ts';
import { ledger } from './office.ts';

/** As many as Chromium shows below the first line. */
const SHOWN = 5;
/** A prefix that nobody types, so that a suggestion is told from a typed name. */
const PERSON = 'izin:person/';

interface Suggestion {
  readonly content: string;
  readonly description: string;
}

/** `izin NAME` in the address bar: the state in words, and Enter opens the person. */
export function watchOmnibox(): void {
  browser.omnibox.onInputStarted.addListener(() => void tell(''));
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    void tell(text);
    void suggestions(text).then(suggest as (found: readonly Suggestion[]) => void);
  });
  browser.omnibox.onInputEntered.addListener((text, where) => void open(text, where));
}

async function tell(text: string): Promise<void> {
  await loadLanguage('stay');
  const description = text.trim() === '' ? t('omnibox_start') : t('omnibox_ask', { query: text.trim() });
  browser.omnibox.setDefaultSuggestion({ description: written(description) });
}

async function suggestions(text: string): Promise<readonly Suggestion[]> {
  try {
    await loadLanguage('stay');
    const books = await ledger();
    const { purpose, region } = await books.policy(PERSONAL_SPACE);
    const { people } = await lookUp(books, await spacesBeside(books, PERSONAL_SPACE), text, {
      limit: SHOWN,
      region,
      purpose,
    });
    const now = new Date().toISOString();
    return people.map((state) => ({
      content: `${PERSON}${state.person.id}`,
      description: written(`${whoWords(state.person)} – ${answerWords(mayWrite(state, purpose, now))}`),
    }));
  } catch {
    // Not "nobody": that would read as an answer.
    return [{ content: text === '' ? PERSON : `${text} `, description: written(t('omnibox_closed')) }];
  }
}

async function open(text: string, where: string): Promise<void> {
  const page = text.startsWith(PERSON)
    ? `ledger.html#/people/${encodeURIComponent(text.slice(PERSON.length))}`
    : `sidepanel.html#ask=${encodeURIComponent(text.trim())}`;
  if (where === 'currentTab') await browser.tabs.update({ url: `${browser.runtime.getURL('/' as never)}${page}` });
  else await openPage(page);
}

/** Chromium reads descriptions as XML and drops them whole at the first mistake; Firefox shows them as they are. */
const written = (text: string): string =>
  browser.runtime.getURL('/').startsWith('moz-extension:') ? text : escapeXml(text);

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Also without the signs that XML 1.0 cannot hold at all. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');
