import type { ConsentRecord } from '../../domain/consent.ts';
import { type MandatoryField, missingFields } from '../../domain/consent-whole.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { CONTEXT, PREFIXES, PROFILE } from './context.ts';
import { isNode, type Node, nodeAt, nodesAt } from './node.ts';
import { readRecord } from './read-record.ts';
import { writeRecord } from './write-record.ts';

/**
 * One record as JSON-LD by the ISO/IEC TS 27560:2023 profile of DPV 2.3. Refused where a mandatory field is missing:
 * a document that says it conforms does.
 */
export function recordDocument(record: ConsentRecord): Result<Node, readonly MandatoryField[]> {
  const missing = missingFields(record);
  return missing.length > 0 ? err(missing) : ok({ '@context': CONTEXT, ...writeRecord(record, 'record') });
}

/** What the person gets. A receipt needs only its id and the version of the schema, so whatever is there is told. */
export const receiptDocument = (record: ConsentRecord): Node => ({
  '@context': CONTEXT,
  ...writeRecord(record, 'receipt'),
});

export const toText = (document: Node): string => `${JSON.stringify(document, null, 2)}\n`;

export type ReadFault =
  | { readonly kind: 'not-json' }
  /** No context of ours, or one that gives our prefixes another meaning. */
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'no-profile' }
  /** A field that is no such field; its path in the record. */
  | { readonly kind: 'invalid'; readonly record: number; readonly path: string }
  /** It says that it conforms, and does not. */
  | { readonly kind: 'missing'; readonly record: number; readonly fields: readonly MandatoryField[] };

export interface ReadRecord {
  readonly record: ConsentRecord;
  readonly as: 'record' | 'receipt';
}

/** A document of one record, of a receipt, or of a person → its records, each checked; all of them or none. */
export function readDocument(text: string): Result<readonly ReadRecord[], ReadFault> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return err({ kind: 'not-json' });
  }
  if (!isNode(document) || !speaksOurs(nodeAt(document, '@context'))) return err({ kind: 'not-ours' });
  const nodes = 'izin:record' in document ? nodesAt(document, 'izin:record') : [document];
  const records: ReadRecord[] = [];
  for (const [index, one] of nodes.entries()) {
    const as = profileOf(one);
    if (as === undefined) return err({ kind: 'no-profile' });
    const read = readRecord(one);
    if (!read.ok) return err({ kind: 'invalid', record: index, path: read.error });
    const fields = as === 'record' ? missingFields(read.value) : [];
    if (fields.length > 0) return err({ kind: 'missing', record: index, fields });
    records.push({ record: read.value, as });
  }
  return ok(records);
}

const speaksOurs = (context: Node | undefined): boolean =>
  context !== undefined && Object.entries(PREFIXES).every(([prefix, iri]) => context[prefix] === iri);

function profileOf(one: Node): 'record' | 'receipt' | undefined {
  const profile = one['dct:conformsTo'];
  if (profile === `${PROFILE}record`) return 'record';
  return profile === `${PROFILE}receipt` ? 'receipt' : undefined;
}
