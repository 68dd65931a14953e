import { bumpRevision } from '@/lib/bus/bus.ts';
import { askTeam } from '@/lib/bus/team.ts';
import { consentChanges, stopChanges } from '@/lib/domain/consent-changes.ts';
import { newId, newOp } from '@/lib/domain/new-op.ts';
import type { Change } from '@/lib/domain/op.ts';
import { SELF, type SpaceId } from '@/lib/domain/person.ts';
import type { TeamMessages, TeamQuestion } from '@/lib/domain/team-acts.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';

/* Runs in a page of the extension: asks the teams' place as the ledger page does, and writes as it does. */

export async function ask<N extends TeamQuestion>(name: N, question: TeamMessages[N][0]): Promise<TeamMessages[N][1]> {
  const answer = await askTeam(name, question);
  if (answer.ok) return answer.value;
  throw new Error(`${name}: ${answer.error.kind} ${answer.error.detail ?? ''}`);
}

let opening: Promise<Ledger> | undefined;
let bumped: Promise<unknown> = Promise.resolve();
function ledger(): Promise<Ledger> {
  const onChange = (): void => {
    bumped = bumpRevision();
  };
  opening ??= openLedger({ onChange }).then((opened) => {
    if (opened.ok) return opened.value;
    throw new Error(JSON.stringify(opened.error));
  });
  return opening;
}

const said = () => {
  const at = new Date().toISOString();
  const evidence = { kind: 'message_ref', locator: 'message 12' } as const;
  return { at, by_relation: 'self', method: 'email_reply', evidence, recorded_by: SELF, recorded_at: at } as const;
};

async function write(space: SpaceId, subject: string, changes: readonly Change[]): Promise<void> {
  const written = await (await ledger()).append([
    newOp({ space, subject, of: 'person', by: SELF }, changes, said().at),
  ]);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  await bumped;
}

/** Somebody who agreed to press news by e-mail. Answers with their id. */
export async function agreed(name: string, address: string): Promise<string> {
  const subject = newId();
  await write('personal', subject, [
    { kind: 'person', set: { name, role: 'journalist', ageBand: 'adult' } },
    { kind: 'point', point: { id: newId(), channel: 'email', address } },
    ...consentChanges(
      undefined,
      {
        purpose: 'pr_media',
        channels: ['email'],
        lawPacks: ['ID_PDP'],
        said: { ...said(), state: 'given', consent_type: 'expressed' },
      },
      newId,
    ),
  ]);
  return subject;
}

/** Asked us to stop, as it is recorded in this space. */
export async function stops(space: SpaceId, subject: string): Promise<void> {
  const state = await (await ledger()).person(space, subject);
  await write(space, subject, stopChanges(state, { said: said(), source: 'by reply' }, newId));
}

export const knows = async (space: SpaceId, subject: string): Promise<boolean> =>
  (await (await ledger()).person(space, subject)) !== undefined;

/** Ids of what was written about somebody in this space. */
export const opsOf = async (space: SpaceId, subject: string): Promise<readonly string[]> =>
  (await (await ledger()).history(space, subject)).map(({ id }) => id);
