import fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import type { ConsentRecord } from '@/lib/domain/consent.ts';
import { MANDATORY_FIELDS } from '@/lib/domain/consent-whole.ts';
import { PREFIXES, PROFILE } from '@/lib/exchange/receipt/context.ts';
import { readDocument, receiptDocument, recordDocument, toText } from '@/lib/exchange/receipt/document.ts';
import { DPV_TERMS } from '@/lib/exchange/receipt/dpv-terms.ts';
import { recordChanges } from '@/lib/exchange/receipt/person.ts';
import { parseOp } from '@/lib/ledger/op-schema.ts';
import { anOp, aRecord } from '../domain/builders.ts';
import { aPlainRecord, aWholeRecord } from './receipt-records.ts';

const [sample] = fc.sample(aWholeRecord, { seed: 7, numRuns: 1 });
const documentOf = (record: ConsentRecord) => {
  const made = recordDocument(record);
  if (!made.ok) throw new Error(made.error.join());
  return made.value;
};

interface Quad {
  readonly subject: { readonly termType: string; readonly value: string };
  readonly predicate: { readonly termType: string; readonly value: string };
  readonly object: {
    readonly termType: string;
    readonly value: string;
    readonly datatype?: { readonly value: string };
  };
}

/** A processor that is not ours, without a network: whatever it would fetch is a failure. */
const processor = {
  documentLoader: async (url: string): Promise<never> => {
    throw new Error(`Wanted ${url}`);
  },
  safe: true,
};
const quadsOf = async (document: object): Promise<readonly Quad[]> =>
  (await jsonld.toRDF(document as jsonld.JsonLdDocument, processor)) as unknown as readonly Quad[];

const short = (iri: string): string => {
  const [prefix, base] = Object.entries(PREFIXES)
    .toSorted(([, a], [, b]) => b.length - a.length)
    .find(([, value]) => iri.startsWith(value)) ?? ['', ''];
  return prefix ? `${prefix}:${iri.slice(base.length)}` : iri;
};
const dpv = PREFIXES.dpv;
const typed = (type: string): string => `${PREFIXES.rdf}type ${type}`;

describe('a record as JSON-LD', () => {
  it('comes back the same, whatever it says', () => {
    fc.assert(
      fc.property(aWholeRecord, (record) => {
        const read = readDocument(toText(documentOf(record)));
        expect(read).toEqual({ ok: true, value: [{ record, as: 'record' }] });
      }),
      { numRuns: 200 },
    );
  });

  it('says nothing that a processor without network cannot resolve', async () => {
    await fc.assert(
      fc.asyncProperty(aPlainRecord, async (record) => {
        const quads = await quadsOf(documentOf(record));
        const iris = quads.flatMap(({ subject, predicate, object }) => [
          ...(subject.termType === 'NamedNode' ? [subject.value] : []),
          predicate.value,
          ...(object.termType === 'NamedNode' ? [object.value] : []),
        ]);
        const relative = iris.filter((iri) => !/^(https?:\/\/|urn:uuid:|mailto:|tel:)/.test(iri));
        expect(relative).toEqual([]);
        expect(quads.filter(({ predicate }) => predicate.termType !== 'NamedNode')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('names only terms of DPV 2.3 that are on our list, and no term as mere text', async () => {
    await fc.assert(
      fc.asyncProperty(aPlainRecord, async (record) => {
        const quads = await quadsOf(documentOf(record));
        const terms = quads
          .flatMap(({ predicate, object }) => [
            predicate.value,
            ...(object.termType === 'NamedNode' ? [object.value] : []),
          ])
          .map(short)
          .filter((term) => /^(dpv|pd|loc):/.test(term) && !term.startsWith('dpv:schema/'));
        expect(terms.filter((term) => !DPV_TERMS.has(term))).toEqual([]);
        const texts = quads.filter(({ object }) => object.termType === 'Literal').map(({ object }) => object.value);
        expect(texts.filter((text) => /^(dpv|pd|loc|izin|dct|xsd):/.test(text))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('carries every mandatory field of ISO/IEC TS 27560 into the graph', async () => {
    await fc.assert(
      fc.asyncProperty(aPlainRecord, async (record) => {
        const quads = await quadsOf(documentOf(record));
        const has = new Set(quads.map(({ predicate, object }) => `${predicate.value} ${object.value}`));
        const names = new Set(quads.map(({ predicate }) => predicate.value));
        const wanted = [
          `${PREFIXES.izin}schemaVersion`,
          `${PREFIXES.dct}identifier`,
          `${PREFIXES.dct}language`,
          ...[
            'hasDataSubject',
            'hasDataController',
            'hasJurisdiction',
            'hasNotice',
            'hasProcess',
            'hasPurpose',
            'hasLegalBasis',
            'hasPersonalData',
            'hasRecipient',
            'hasStorageCondition',
            'hasConsentControl',
            'hasConsentStatus',
            'isIndicatedBy',
            'isIndicatedAtTime',
          ].map((name) => `${dpv}${name}`),
        ];
        expect(wanted.filter((name) => !names.has(name))).toEqual([]);
        const types = [
          'ConsentRecord',
          'ConsentNotice',
          'Process',
          'WithdrawConsent',
          'StorageLocation',
          'StorageDuration',
        ];
        expect(types.filter((type) => !has.has(typed(`${dpv}${type}`)))).toEqual([]);
        expect(has.has(`${PREFIXES.dct}conformsTo ${PROFILE}record`)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('writes times as xsd:dateTime in UTC, and loses no process and no event to the graph', async () => {
    const quads = await quadsOf(documentOf(sample!));
    const times = quads.filter(({ predicate }) => predicate.value === `${dpv}isIndicatedAtTime`);
    expect(times.map(({ object }) => object.datatype?.value)).toEqual(times.map(() => `${PREFIXES.xsd}dateTime`));
    expect(times.every(({ object }) => object.value.endsWith('Z'))).toBe(true);
    const count = (name: string): number => quads.filter(({ predicate }) => predicate.value === `${dpv}${name}`).length;
    expect(count('hasProcess')).toBe(sample!.processes.length);
    expect(count('hasConsentStatus')).toBe(sample!.events.length);
  });

  it('repeats no key', () => {
    const repeated: string[] = [];
    const open: Set<string>[] = [];
    // Keys of JSON.stringify stand alone at the beginning of their line.
    for (const line of toText(documentOf(sample!)).split('\n')) {
      const [, key] = /^\s*("(?:[^"\\]|\\.)*"): /.exec(line) ?? [];
      if (key && open.at(-1)?.has(key)) repeated.push(key);
      if (key) open.at(-1)?.add(key);
      if (/[{[]$/.test(line)) open.push(new Set());
      if (/^\s*[}\]]/.test(line)) open.pop();
    }
    expect(repeated).toEqual([]);
    expect(open).toEqual([]);
  });

  it('is refused where a mandatory field is missing, by its name', () => {
    const bare = recordDocument(aRecord());
    expect(bare.ok ? [] : bare.error).toEqual(MANDATORY_FIELDS.filter((field) => field !== 'processes'));
  });
});

describe('a receipt', () => {
  it('is given of whatever is on record, under its own profile', () => {
    const record = aRecord([], { record_id: 'r' });
    const text = toText(receiptDocument(record));
    expect(JSON.parse(text)).toMatchObject({ 'dct:conformsTo': `${PROFILE}receipt`, 'dct:identifier': 'r' });
    expect(readDocument(text)).toEqual({ ok: true, value: [{ record, as: 'receipt' }] });
  });
});

describe('reading a document', () => {
  const changed = (change: (document: Record<string, unknown>) => void): string => {
    const document = JSON.parse(toText(documentOf(sample!))) as Record<string, unknown>;
    change(document);
    return JSON.stringify(document);
  };

  it('refuses what is no JSON, no document of ours, or gives our prefixes another meaning', () => {
    expect(readDocument('{')).toEqual({ ok: false, error: { kind: 'not-json' } });
    expect(readDocument('[]')).toEqual({ ok: false, error: { kind: 'not-ours' } });
    const other = changed((one) => {
      one['@context'] = { ...(one['@context'] as object), dpv: 'https://elsewhere.example/ns#' };
    });
    expect(readDocument(other)).toEqual({ ok: false, error: { kind: 'not-ours' } });
  });

  it('refuses a document that names no profile', () => {
    const none = changed((one) => delete one['dct:conformsTo']);
    expect(readDocument(none)).toEqual({ ok: false, error: { kind: 'no-profile' } });
  });

  it('refuses a record that says it conforms and does not, and tells what is missing', () => {
    const text = changed((one) => {
      delete one['dpv:hasJurisdiction'];
      delete one['dpv:hasConsentControl'];
    });
    expect(readDocument(text)).toMatchObject({
      ok: false,
      error: { kind: 'missing', fields: ['jurisdictions', 'withdrawal'] },
    });
  });

  it('refuses a field that is none, by its path', () => {
    const text = changed((one) => {
      one['dpv:hasConsentStatus'] = [{ ...(one['dpv:hasConsentStatus'] as object[])[0], 'izin:state': 'perhaps' }];
    });
    expect(readDocument(text)).toMatchObject({ ok: false, error: { kind: 'invalid', path: 'events.0.state' } });
  });

  it('gives changes that the ledger takes at its edge', () => {
    fc.assert(
      fc.property(aWholeRecord, (record) => {
        expect(parseOp(anOp(recordChanges(record)))).toMatchObject({ op: { subject: 'p1' } });
      }),
    );
  });
});
