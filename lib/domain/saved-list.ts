import type { AgeBand, Channel, DatumKind, Purpose, SourceType, SubjectRole } from './enums.ts';

/** Who belongs to a list. Within a field one match is enough; every field that is there must match. Empty: everybody. */
export interface SegmentRule {
  readonly groups?: readonly string[];
  readonly outlets?: readonly string[];
  readonly topics?: readonly string[];
  readonly clients?: readonly string[];
  readonly roles?: readonly SubjectRole[];
  readonly sources?: readonly SourceType[];
  readonly ages?: readonly AgeBand[];
  /** Those of whom we hold such a datum. */
  readonly data?: readonly DatumKind[];
}

/** A list as it is kept: a name, a rule, and what one means to write to them for. It never holds a person. */
export interface SavedList {
  readonly id: string;
  readonly name: string;
  readonly rule: SegmentRule;
  readonly purpose: Purpose;
  readonly channel: Channel;
}
