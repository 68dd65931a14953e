import { assess } from '../../lib/assess/assess.ts';
import { draftOf, policyOf } from '../scenarios/draft.ts';
import { STILL } from '../scenarios/judge-scenario.ts';
import { ledgerOf, SPACE } from '../scenarios/ledger.ts';
import type { Scenario } from '../scenarios/schema.ts';

const NOW = '2026-11-20T02:15:00Z';
const WRITTEN: Scenario = {
  id: 'clean',
  now: NOW,
  policy: { own_domains: ['humas.example'] },
  ledger: {
    people: [
      {
        key: 'p1',
        name: 'Contoh Lestari',
        role: 'journalist',
        points: [{ channel: 'email', address: 'contoh@harian.example' }],
        consent: [
          { state: 'given', type: 'explicit', basis: 'consent', channels: ['email'], at: '2026-05-01T03:00:00Z' },
        ],
      },
    ],
  },
  draft: { from: 'kami@humas.example', to: ['contoh@harian.example'], purpose: 'pr_media' },
  expect: { tier: 'T0' },
};

export interface Interrupted {
  readonly text: string;
  readonly rules: readonly string[];
}

/** Texts at which a person who writes to somebody that agreed would be stopped: a verdict of T2 or worse. */
export async function interrupted(texts: readonly string[]): Promise<readonly Interrupted[]> {
  const ledger = await ledgerOf(WRITTEN);
  const found: Interrupted[] = [];
  for (const text of texts) {
    const draft = draftOf({ ...WRITTEN, draft: { ...WRITTEN.draft, text } }, '.');
    const { verdict } = await assess(draft, {
      ledger,
      policy: policyOf(WRITTEN),
      spaces: [SPACE],
      now: NOW,
      clock: STILL,
    });
    if (verdict.tier >= 'T2') found.push({ text, rules: verdict.findings.map(({ rule, tier }) => `${rule} ${tier}`) });
  }
  ledger.close();
  return found;
}
