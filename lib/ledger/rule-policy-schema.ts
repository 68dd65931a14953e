import * as v from 'valibot';
import * as list from '../domain/enums.ts';
import type { Budget, RulePolicy, Trial } from '../domain/rule-policy.ts';
import { type Fields, id, instant, maybe } from './schema-parts.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

export const rulePolicy = v.strictObject({
  version: count,
  at: instant,
  by: v.picklist(['you', 'team']),
  tiers: v.record(id, v.picklist(list.TIERS)),
  trial: maybe(v.strictObject({ from: instant, rules: maybe(v.array(id)) } satisfies Fields<Required<Trial>>)),
  budget: maybe(v.strictObject({ sends: count, holds: count, perDay: count } satisfies Fields<Budget>)),
} satisfies Fields<Required<RulePolicy>>);
