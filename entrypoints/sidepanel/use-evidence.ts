import { useState } from 'react';
import type { EvidenceProps } from '@/components/sidepanel/evidence.tsx';
import type { EvidenceDesk, Recorded, SaidForm } from '@/components/sidepanel/evidence-view.ts';
import type { Office } from '@/components/sidepanel/view.ts';
import { dropEvidence, type Evidence, evidenceNow, onEvidence } from '@/lib/bus/evidence.ts';
import { type HeardIn, heardNow, onHeard, passOver } from '@/lib/bus/heard.ts';
import type { SpaceId } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { recordSaid, undoSaid } from './record-said.ts';
import { heardView, saidView } from './said-view.ts';
import { useSession } from './use-session.ts';
import type { Seen } from './use-writing.ts';

/** What waits on top of the panel, as the session's memory holds it. */
export interface Waiting {
  readonly evidence: Evidence | undefined;
  readonly heard: HeardIn | undefined;
}

export function useWaiting(seen: Seen | undefined): Waiting {
  const tabId = seen?.tabId;
  const evidence = useSession(evidenceNow, onEvidence, '');
  const heard = useSession(async () => (tabId === undefined ? undefined : heardNow(tabId)), onHeard, tabId);
  return { evidence, heard };
}

type Views = Pick<EvidenceProps, 'waiting' | 'heard'>;

/** With what the ledger knows of those who may have written it. */
export async function viewsOf(
  { evidence, heard }: Waiting,
  seen: Seen | undefined,
  books: { readonly ledger: Ledger; readonly space: SpaceId; readonly policy: Policy },
  now: string,
): Promise<Views> {
  const writing = seen?.writing;
  const same = evidence?.kind === 'said' && evidence.tabId === seen?.tabId;
  const waiting =
    evidence?.kind === 'said'
      ? ({ kind: 'said', said: await saidView(evidence.said, { ...books, writing: same ? writing : null }) } as const)
      : evidence && ({ kind: 'nothing' } as const);
  const reply = heard && (await heardView(heard, { ...books, writing }, now));
  return { ...(waiting ? { waiting } : {}), ...(reply ? { heard: reply } : {}) };
}

interface Done extends Recorded {
  readonly batch: string;
}

/** The cards' events: recording, and for a moment the way back. */
export function useEvidence(
  { evidence, heard }: Waiting,
  views: Views,
  books: { readonly ledger: Ledger; readonly space: SpaceId; readonly policy: Policy },
  office: Pick<Office, 'find' | 'now'>,
): EvidenceProps {
  const [done, setDone] = useState<Done>();
  const record = async (form: SaidForm, proof: Proof, drop: () => Promise<void>) => {
    const written = await recordSaid(books, form, { kind: 'message_ref', ...proof });
    if (!written.ok) return written.error;
    await drop();
    const { outcome, purpose, channel, who } = form;
    setDone({ outcome, purpose, channel, name: who.name, batch: written.value, undone: false });
    return undefined;
  };
  const said = evidence?.kind === 'said' ? evidence.said : undefined;
  const desk: EvidenceDesk = {
    find: office.find,
    drop: () => void dropEvidence(),
    record: async (form) => (said ? record(form, proofOf(said), dropEvidence) : undefined),
  };
  const pass = async (): Promise<void> => (heard ? passOver(heard.sha256) : undefined);
  const heardDesk: EvidenceDesk = {
    find: office.find,
    drop: () => void pass(),
    record: async (form) => (heard ? record(form, proofOf(heard), async () => undefined) : undefined),
  };
  return {
    ...views,
    ...(done ? { recorded: done } : {}),
    desk,
    heardDesk,
    now: office.now,
    onUndo: () => {
      if (!done) return;
      void undoSaid(books, done.batch).then((wrong) => setDone({ ...done, ...(wrong ? { wrong } : { undone: true }) }));
    },
    onClose: () => setDone(undefined),
  };
}

interface Proof {
  readonly excerpt: string;
  readonly sha256: string;
  readonly locator?: string;
}

const proofOf = ({ excerpt, sha256, ...more }: Proof): Proof => ({
  excerpt,
  sha256,
  ...(more.locator ? { locator: more.locator } : {}),
});
