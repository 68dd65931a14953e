import {
  CATEGORY_OF_DATUM,
  categoryOfChannel,
  type DataCategory,
  type Sensitivity,
  sensitivityOf,
} from './consent-data.ts';
import { DATA_LIFE, isAtWork } from './consent-defaults.ts';
import { addDuration } from './consent-duration.ts';
import type { Channel, DatumKind, Purpose } from './enums.ts';
import type { Datum, Instant, PersonState, Source } from './person.ts';
import type { Policy } from './policy.ts';

/** One thing that we hold of a person, and why (R02, R24). */
export interface Held {
  readonly id: string;
  readonly what:
    | { readonly kind: 'name' }
    | { readonly kind: 'point'; readonly channel: Channel }
    | { readonly kind: 'datum'; readonly datum: DatumKind };
  readonly value: string;
  readonly category: DataCategory;
  readonly sensitivity: Sensitivity;
  /** Shown only when it is asked for, and the asking is logged. */
  readonly shielded: boolean;
  readonly source?: Source;
  /** None: nobody said what it is held for. */
  readonly purposes: readonly Purpose[];
  /** ISO 8601 duration from collection. */
  readonly retention: string;
  /** `true`: nobody settled it for this datum; it is our own default. */
  readonly usual: boolean;
  /** When it is due to go; unknown where nobody noted when it came. */
  readonly deleteAt?: Instant;
}

/** Contact data one writes with every day are not hidden; what only identifies, pays or describes a person is. */
const OPEN: ReadonlySet<DatumKind> = new Set(['email', 'phone', 'other']);

export function heldOf(state: PersonState, policy: Policy): readonly Held[] {
  const { person, points, data } = state;
  const child = person.ageBand === 'child';
  const sensitivity = (category: DataCategory): Sensitivity => sensitivityOf(category, policy.lawPacks, child);
  const usual = policy.records?.storage?.retention ?? DATA_LIFE;
  const purposesOn = (channel?: Channel): readonly Purpose[] => [
    ...new Set(
      state.records.flatMap(({ processes }) =>
        processes
          .filter(({ channels }) => channel === undefined || channels.length === 0 || channels.includes(channel))
          .map(({ purpose }) => purpose),
      ),
    ),
  ];
  const kept = (
    retention: string | undefined,
    source: Source | undefined,
  ): Pick<Held, 'retention' | 'usual' | 'deleteAt' | 'source'> => {
    const deleteAt = source?.collectedAt && addDuration(source.collectedAt, retention ?? usual);
    return {
      retention: retention ?? usual,
      usual: retention === undefined,
      ...(source ? { source } : {}),
      ...(deleteAt ? { deleteAt } : {}),
    };
  };
  return [
    {
      id: 'name',
      what: { kind: 'name' },
      value: person.name,
      category: 'name',
      sensitivity: sensitivity('name'),
      shielded: false,
      purposes: purposesOn(),
      ...kept(undefined, person.source),
    },
    ...points.map((point): Held => {
      const category = categoryOfChannel(point.channel, isAtWork(person.role));
      return {
        id: point.id,
        what: { kind: 'point', channel: point.channel },
        value: point.address,
        category,
        sensitivity: sensitivity(category),
        shielded: false,
        purposes: purposesOn(point.channel),
        ...kept(undefined, person.source),
      };
    }),
    ...data.map((datum): Held => {
      const category = datum.category ?? CATEGORY_OF_DATUM[datum.kind];
      const weight = datum.sensitivity ?? sensitivity(category);
      return {
        id: datum.id,
        what: { kind: 'datum', datum: datum.kind },
        value: datum.value,
        category,
        sensitivity: weight,
        shielded: isShielded(datum, weight),
        purposes: datum.purpose ? [datum.purpose] : [],
        ...kept(datum.retention, datum.source ?? person.source),
      };
    }),
  ];
}

const isShielded = ({ kind }: Datum, sensitivity: Sensitivity): boolean => !OPEN.has(kind) || sensitivity !== 'general';
