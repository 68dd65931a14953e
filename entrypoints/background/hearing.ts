import { dropHeard, heardNow, tellHeard } from '@/lib/bus/heard.ts';
import { sha256Hex } from '@/lib/domain/consent-hash.ts';
import type { Draft } from '@/lib/domain/draft.ts';
import { excerptOf } from '@/lib/domain/excerpt.ts';
import { heardIn, newestOf } from '@/lib/domain/said-words.ts';

/** Opt-out words in what is being answered, of the draft that was sent to be judged anyway. Nothing more is read for it. */
export async function hear(draft: Draft, tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  const theirs = theirWords(draft);
  const heard = theirs === '' ? undefined : heardIn(theirs);
  if (heard?.outcome !== 'stop') {
    if (await heardNow(tabId)) await dropHeard(tabId);
    return;
  }
  const from = /<([^<>\s]+@[^<>\s]+)>[^\n]{0,20}:\s*$/m.exec(draft.quoted?.slice(0, 400) ?? '')?.[1];
  const sha256 = await sha256Hex(theirs);
  if ((await heardNow(tabId))?.sha256 === sha256) return;
  const { words } = heard;
  await tellHeard(tabId, {
    surface: draft.surface,
    excerpt: excerptOf(theirs),
    sha256,
    words,
    ...(from ? { from } : {}),
  });
}

function theirWords({ quoted, inReplyTo }: Draft): string {
  const answered = typeof inReplyTo === 'object' ? inReplyTo.text : undefined;
  return answered?.trim() || newestOf(quoted ?? '');
}
