import { standingFor } from '@/components/ledger/standing.ts';
import type { SaidView } from '@/components/sidepanel/evidence-view.ts';
import type { HeardIn } from '@/lib/bus/heard.ts';
import type { Writing } from '@/lib/bus/messages.ts';
import type { SpaceId } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { SaidWords } from '@/lib/domain/said.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { speakersOf } from './speakers.ts';

export interface In {
  readonly ledger: Pick<Ledger, 'peopleAt' | 'spaces'>;
  readonly space: SpaceId;
  readonly policy: Policy;
  /** The message in focus in the tab that the words come from. */
  readonly writing: Writing | null | undefined;
}

/** Words that were selected, with everything that can be filled in. */
export async function saidView(said: SaidWords, { ledger, space, policy, writing }: In): Promise<SaidView> {
  const speakers = said.own ? [] : await speakersOf(ledger, { space, policy }, said.writers, writing);
  const [first] = speakers;
  const { excerpt, sha256, own, heard } = said;
  return {
    excerpt,
    sha256,
    kind: 'message_ref',
    saidAt: said.saidAt ?? said.at,
    dated: said.saidAt !== undefined,
    own,
    speakers,
    channel: said.channel ?? writing?.channel ?? first?.channel ?? 'email',
    purpose: writing?.purpose ?? policy.purpose,
    ...(heard ? { heard } : {}),
  };
}

/** Opt-out words in the reply, for those of whom it is not on record yet. Undefined: there is nothing left to ask. */
export async function heardView(
  heard: HeardIn,
  { ledger, space, policy, writing }: In,
  now: string,
): Promise<SaidView | undefined> {
  if (!writing || writing.surface !== heard.surface) return undefined;
  const from = heard.from ? [{ channel: writing.channel, address: heard.from, sure: true }] : [];
  const all = await speakersOf(ledger, { space, policy }, from, writing);
  const purpose = writing.purpose ?? policy.purpose;
  const { channel } = writing;
  const speakers = all.filter(
    ({ state }) => !state || !['suppressed', 'withdrawn'].includes(standingFor(state, purpose, channel, now).state),
  );
  if (speakers.length === 0) return undefined;
  const { excerpt, sha256, words } = heard;
  return {
    excerpt,
    sha256,
    kind: 'message_ref',
    saidAt: now,
    dated: false,
    own: false,
    speakers,
    channel,
    purpose,
    heard: { outcome: 'stop', words },
  };
}
