import { healthWords } from '../detect/health-words.ts';
import type { DatumKind } from '../domain/enums.ts';
import { moneyIn } from '../domain/money.ts';
import type { SpaceId } from '../domain/person.ts';
import type { LedgerReader } from '../ledger/reader.ts';
import type { HeldFact } from '../rules/facts.ts';
import { placeIn, type Zone } from './zones.ts';

const BEFORE = 120;
const AFTER = 60;
/** A price list in a file holds thousands of sums; each costs a question. */
const MOST_ASKED = 300;

interface Candidate {
  readonly kind: DatumKind;
  readonly value: string;
  readonly zone: Zone;
  readonly start: number;
  readonly end: number;
}

/** What the words hold that the ledger may keep of somebody as a token alone: sums of money, illnesses. */
export async function heldFacts(
  zones: readonly Zone[],
  spaces: readonly SpaceId[],
  ledger: LedgerReader,
): Promise<readonly HeldFact[]> {
  const candidates = zones.filter(({ scanned }) => scanned).flatMap(candidatesIn);
  const asked = new Map(candidates.map((one) => [`${one.kind} ${one.value}`, { kind: one.kind, value: one.value }]));
  const questions = [...asked].slice(0, MOST_ASKED);
  if (questions.length === 0) return [];
  const answers = await ledger.holdersOf(
    spaces,
    questions.map(([, question]) => question),
  );
  const holders = new Map(questions.map(([key], index) => [key, answers[index] ?? []]));
  return candidates.flatMap(({ kind, value, zone, start, end }): HeldFact[] => {
    const found = holders.get(`${kind} ${value}`) ?? [];
    if (found.length === 0) return [];
    const before = zone.text.slice(Math.max(0, start - BEFORE), start);
    const after = zone.text.slice(end, end + AFTER);
    return [
      {
        kind,
        place: placeIn(zone, start, end),
        before: before.slice(before.lastIndexOf('\n\n') + 1),
        after: after.split('\n\n', 1)[0] ?? '',
        holders: found,
      },
    ];
  });
}

const candidatesIn = (zone: Zone): readonly Candidate[] => [
  ...moneyIn(zone.text).flatMap(({ start, end }) =>
    (['fee', 'contract_term'] as const).map((kind) => ({ kind, value: zone.text.slice(start, end), zone, start, end })),
  ),
  ...healthWords(zone.text).map(({ value, start, end }) => ({ kind: 'health' as const, value, zone, start, end })),
];
