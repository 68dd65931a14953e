import { createWarning } from '@/entrypoints/warning/store.ts';
import type { ask } from '@/lib/bus/bus.ts';
import type { MessageName } from '@/lib/bus/messages.ts';
import type { ToGuard, ToWarning } from '@/lib/bus/warning-port.ts';
import type { Draft } from '@/lib/domain/draft.ts';
import { err, ok } from '@/lib/domain/result.ts';
import type { Finding, Verdict } from '@/lib/domain/verdict.ts';

export const aDraft = (over: Partial<Draft> = {}): Draft => ({
  surface: 'gmail',
  channel: 'email',
  audience: 'people',
  recipients: [{ field: 'to', address: 'bima@warta.example', name: 'Bima' }],
  subject: 'Undangan',
  text: 'Yth. [Nama],\nmohon hadir.\nSalam',
  attachments: [],
  unreadable: [],
  ...over,
});

export const aFinding = (over: Partial<Finding> = {}): Finding => ({
  rule: 'opted-out',
  tier: 'T4',
  kind: 'fact',
  title: { key: 'reason_other' },
  evidence: [{ key: 'kit_since', params: { at: '2026-10-12T03:00:00Z' } }],
  law: [{ pack: 'ID_PDP', article: 'UU 27/2022 Pasal 9', mark: 'NV' }],
  subjects: [{ address: 'bima@warta.example', field: 'to', name: 'Bima', personId: 'p1' }],
  places: [],
  fixes: [{ kind: 'remove-people', addresses: ['bima@warta.example'] }, { kind: 'record-consent' }],
  ...over,
});

export const aPlaceholder = (over: Partial<Finding> = {}): Finding => {
  const place = { zone: 'text', start: 5, end: 11, words: '[Nama]' } as const;
  return aFinding({
    rule: 'unfilled-placeholder',
    tier: 'T2',
    title: { key: 'reason_legal_duty' },
    law: [],
    subjects: [],
    places: [place],
    fixes: [{ kind: 'go-to-it', place }],
    ...over,
  });
};

export const aVerdict = (findings: readonly Finding[], over: Partial<Verdict> = {}): Verdict => ({
  tier:
    findings
      .map((each) => each.tier)
      .sort()
      .at(-1) ?? 'T0',
  findings,
  complete: true,
  purpose: 'pr_media',
  ...over,
});

interface Asked {
  readonly name: MessageName;
  readonly question: unknown;
}

/** A warning with a background that answers each `findings` by the next of `verdicts`; 'lost' is a background that is gone. */
export function aWarning(verdicts: readonly (Verdict | 'lost')[]) {
  const asked: Asked[] = [];
  const posted: ToGuard[] = [];
  const opened: string[] = [];
  const queue = [...verdicts];
  const background = async (name: MessageName, question: unknown): Promise<unknown> => {
    asked.push({ name, question });
    if (name !== 'findings') return ok(name === 'record' ? { revision: 2 } : null);
    const verdict = queue.shift() ?? 'lost';
    return verdict === 'lost' ? err({ kind: 'unreachable', message: 'gone' }) : ok({ verdict, summary: {} });
  };
  const door = createWarning({
    secret: 's1',
    ask: background as typeof ask,
    post: (message) => void posted.push(message),
    openLedger: (path) => void opened.push(path),
  });
  return { door, asked, posted, opened, hear: (message: ToWarning) => heard(door.hear, message) };
}

async function heard(hear: (message: ToWarning) => void, message: ToWarning): Promise<void> {
  hear(message);
  await settled();
}

/** Lets the answers that are on their way arrive. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 6; turn += 1) await Promise.resolve();
};

export const held = (draft: Draft = aDraft(), over: Partial<Extract<ToWarning, { kind: 'held' }>> = {}): ToWarning => ({
  kind: 'held',
  draft,
  why: 'send',
  can: { moveToBcc: true, remove: true, goTo: true },
  surfaceName: 'Gmail',
  ...over,
});
