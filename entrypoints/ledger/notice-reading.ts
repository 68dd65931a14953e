import type { NoticeReach } from '@/components/ledger/notice-reach.tsx';
import type { NoticeTexts } from '@/components/ledger/notice-versions.tsx';
import { noticeInForce } from '@/lib/domain/consent-notice.ts';
import { type NoticeFacts, type NoticeGap, noticeFacts, usesIn } from '@/lib/domain/notice.ts';
import { noticeKind } from '@/lib/domain/notice-kinds.ts';
import { noticeText } from '@/lib/domain/notice-text.ts';
import { toTell } from '@/lib/domain/notice-version.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Result } from '@/lib/domain/result.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { wordsIn } from '@/lib/platform/words.ts';
import { peoplePages } from './people-pages.ts';

/** Names that are shown at once; the count says how many there are. */
const SHOWN = 60;

export interface NoticeReading {
  readonly facts: Result<NoticeFacts, readonly NoticeGap[]>;
  readonly reach?: NoticeReach;
}

/** Everybody is looked at, a page at a time; one of each kind is kept. */
export async function readNotice(
  ledger: Ledger,
  policy: Policy,
  signal: AbortSignal,
  told: (done: number, total: number) => void,
): Promise<NoticeReading> {
  const kinds = new Map<string, PersonState>();
  const version = noticeInForce(policy.notices)?.version;
  const open: NoticeReach['people'][number][] = [];
  let count = 0;
  for await (const { people, done, total } of peoplePages(ledger, signal)) {
    for (const state of people) kinds.set(noticeKind(state), state);
    const names = new Map(people.map(({ person }) => [person.id, person.name]));
    for (const { personId, last, blocked } of version === undefined ? [] : toTell(people, version)) {
      // Who asked not to be written to is told when they write.
      if (blocked) continue;
      count += 1;
      const name = names.get(personId) ?? '';
      if (open.length < SHOWN) open.push({ id: personId, name, ...(last === undefined ? {} : { last }) });
    }
    told(done, total);
  }
  const states = [...kinds.values()];
  const facts = noticeFacts(policy, { uses: usesIn(states), states });
  return version === undefined ? { facts } : { facts, reach: { open: count, people: open } };
}

export const textsOf = (facts: NoticeFacts): NoticeTexts => ({
  id: noticeText(facts, { language: 'id', say: (key, params) => wordsIn('id', key, params) }),
  en: noticeText(facts, { language: 'en', say: (key, params) => wordsIn('en', key, params) }),
});
