import { DEFAULT_POLICY } from '../domain/policy.ts';
import { DEFERRED_DAYS, REFUSED_MONTHS, REQUEST_WINDOW_DAYS } from '../domain/transitions.ts';
import type { PolicyRow } from './row.ts';

/** Hours within which we mean to answer where a law gives no figure. */
export const TARGET_HOURS = 72;

/** What we settled ourselves (domain.md §5.3, [P]). No law says so, and none of it is ever shown as law. */
export const POLICY_ROWS: readonly PolicyRow[] = [
  policy('P1', 'policy_erase', `PT${TARGET_HOURS}H`),
  policy('P2', 'policy_block', 'PT0S'),
  policy('P3', 'policy_request_window', `P${REQUEST_WINDOW_DAYS}D`),
  policy('P4', 'policy_cool_down', `P${DEFERRED_DAYS}D`),
  policy('P5', 'policy_refusal', `P${REFUSED_MONTHS}M`),
  policy('P6', 'policy_reminder', '1'),
  policy('P7', 'policy_consent_life', 'P12M'),
  policy('P8', 'policy_data_life', 'P24M'),
  policy('P9', 'policy_cap', 'P7D'),
  policy('P10', 'policy_quiet_hours', '20:00–07:00'),
  policy('P11', 'policy_exposed', `${DEFAULT_POLICY.exposedFrom}`),
  policy('P12', 'policy_contact_list', '10'),
  policy('P13', 'policy_dismissal', 'P90D'),
  policy('P14', 'policy_budget'),
  policy('P15', 'policy_other_requests', `PT${TARGET_HOURS}H`),
];

function policy(number: string, key: string, figure?: string): PolicyRow {
  return { pack: 'IZIN', article: `Izin ${number}`, mark: 'P', key, ...(figure === undefined ? {} : { figure }) };
}

const rowFor = (key: string): PolicyRow => {
  const row = POLICY_ROWS.find((one) => one.key === key);
  if (!row) throw new Error(`No policy "${key}"`);
  return row;
};

/** The row that sets the target for erasing and destroying, and for whatever else has no figure. */
export const targetRow = (type: string): PolicyRow =>
  rowFor(type === 'erase' || type === 'destroy' ? 'policy_erase' : 'policy_other_requests');
