import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey } from '@/lib/domain/address.ts';
import type { Channel } from '@/lib/domain/enums.ts';
import type { Op } from '@/lib/domain/op.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import { foldPerson } from '@/lib/domain/person-fold.ts';
import { OUT_FIELDS, type OutField } from '@/lib/exchange/fields.ts';
import type { FormatId } from '@/lib/exchange/formats/format.ts';
import { aContext, listOf, preview, written } from './lists.ts';

// What people write, commas, quotes, line breaks, formulas and other scripts among it; no list sign, which parts values.
const text = fc
  .oneof(
    fc.stringMatching(/^[A-Za-z][A-Za-z .,'"-]{0,30}$/),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom('=1+1', '@SUM(A1)', '+cmd', "'quoted'", 'a\nb', 'Hukum, HAM', 'a;b|c', '_x0041_', 'é\\,;:"'),
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file format is asked to carry them
  .map((raw) => raw.replace(/[\u0000-\u0009\u000b-\u001f\u0085\u2028\u2029\ufeff\ufffd\ufffe\uffff]/g, '').trim())
  .filter(
    (raw) =>
      raw !== '' && !raw.includes(':::') && raw.isWellFormed() && !/^[-–—]+$|^\* /.test(raw) && !/:$|^:/.test(raw),
  );
const texts = fc.uniqueArray(text, { maxLength: 3 });
const email = fc.stringMatching(/^[a-z]{3,10}$/).map((local) => `${local}@media.example`);
const phone = fc.stringMatching(/^81[0-9]{8}$/).map((digits) => `+62${digits}`);
const handle = fc.stringMatching(/^[a-z][a-z0-9_]{4,12}$/);
const addresses: Readonly<Partial<Record<Channel, fc.Arbitrary<string>>>> = {
  email,
  whatsapp: phone,
  phone,
  sms: phone,
  instagram_dm: handle.map((one) => `@${one}`),
  tiktok_dm: handle,
  x_dm: handle,
  telegram: handle,
  linkedin_msg: handle.map((one) => `https://www.linkedin.com/in/${one.replaceAll('_', '-')}`),
};
const points = fc
  .array(
    fc
      .constantFrom(...(Object.keys(addresses) as Channel[]))
      .chain((channel) => (addresses[channel] ?? email).map((address) => ({ channel, address }))),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => {
    const keys = all.map(({ channel, address }) => `${channel} ${addressKey(channel, address)}`);
    return all.filter((_, at) => keys.indexOf(keys[at] ?? '') === at).map((one, at) => ({ ...one, id: `p${at}` }));
  });

const person: fc.Arbitrary<PersonState> = fc
  .record({
    name: text,
    outlet: fc.option(text),
    honorific: fc.option(text),
    topics: texts,
    groups: texts,
    nicknames: texts,
    notes: texts,
    points,
    stop: fc.boolean(),
    zone: fc.constantFrom('Asia/Makassar', undefined),
    language: fc.constantFrom('id', 'en', undefined),
  })
  .map(({ name, outlet, honorific, topics, groups, nicknames, notes, points: all, stop, zone, language }) => ({
    person: {
      id: 'p',
      space: 'own',
      name,
      role: 'editor',
      ageBand: 'unknown',
      clearance: 'public',
      clients: [],
      sharedWith: [],
      topics,
      groups,
      nicknames,
      ...(outlet === null ? {} : { outlet }),
      ...(honorific === null ? {} : { honorific }),
      ...(zone ? { timezone: zone } : {}),
      ...(language ? { language } : {}),
    },
    points: all,
    records: [],
    suppressions: stop ? [{ id: 's', scope: 'all', since: '2026-06-01T00:00:00.000Z' }] : [],
    data: [],
    notes: notes.map((one, at) => ({ id: `n${at}`, text: one, at: '2026-06-01T00:00:00.000Z' })),
    contacts: [],
    requests: [],
  }));

/** What must be the same: everything that a file carries, whatever the ids and the order of addresses. */
const told = ({ person: one, points: all, notes, suppressions }: PersonState) => ({
  name: one.name,
  outlet: one.outlet,
  honorific: one.honorific,
  role: one.role,
  topics: one.topics,
  groups: one.groups,
  nicknames: one.nicknames,
  timezone: one.timezone,
  language: one.language,
  points: all.map(({ channel, address }) => `${channel} ${address}`).toSorted(),
  notes: notes.map((note) => note.text),
  stop: suppressions.map(({ scope }) => scope),
});

const backIn = (ops: readonly Op[]): readonly PersonState[] =>
  [...new Set(ops.map(({ subject }) => subject))].flatMap((id) => {
    const folded = foldPerson(id, 'own', ops);
    return folded ? [folded.state] : [];
  });

describe('out and in again', () => {
  it.each<[FormatId, readonly OutField[]]>([
    ['csv', OUT_FIELDS],
    ['tsv', OUT_FIELDS],
    ['xlsx', OUT_FIELDS],
    ['vcard', OUT_FIELDS],
    ['google', OUT_FIELDS],
  ])(
    'by %s gives the same person',
    async (format, fields) => {
      await fc.assert(
        fc.asyncProperty(person, async (one) => {
          const file = await written(format, [one], fields);
          const { ops } = await preview(file, { context: aContext({ takeDoubtful: true }) });
          expect(backIn(ops).map(told)).toEqual([told(one)]);
        }),
        { numRuns: 60 },
      );
    },
    60_000,
  );

  it('by Outlook gives the same of what it has a place for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[A-Z][a-z]{2,9} [A-Z][a-z]{2,9}$/),
        email,
        phone,
        texts,
        async (name, mail, number, groups) => {
          const one: PersonState = {
            person: {
              id: 'p',
              space: 'own',
              name,
              role: 'editor',
              ageBand: 'unknown',
              clearance: 'public',
              clients: [],
              sharedWith: [],
              topics: [],
              groups,
              nicknames: [],
            },
            points: [
              { id: 'a', channel: 'email', address: mail },
              { id: 'b', channel: 'phone', address: number },
            ],
            records: [],
            suppressions: [],
            data: [],
            notes: [],
            contacts: [],
            requests: [],
          };
          const { ops } = await preview(await written('outlook', [one], OUT_FIELDS), {
            context: aContext({ takeDoubtful: true }),
          });
          expect(backIn(ops).map(told)).toEqual([told(one)]);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it.each<FormatId>(['csv', 'tsv', 'google', 'outlook'])(
    'by %s has no cell that a spreadsheet would run',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(person, async (one) => {
          const { rows } = await listOf(await written(format, [one], ['name', 'email', 'whatsapp', 'outlet', 'notes']));
          expect([...rows].flatMap(({ cells }) => cells).filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
        }),
        { numRuns: 40 },
      );
    },
    60_000,
  );

  it('changes nothing where the ledger has them already', async () => {
    await fc.assert(
      fc.asyncProperty(person, async (one) => {
        const { counts } = await preview(await written('vcard', [one], OUT_FIELDS), { people: [one] });
        expect(counts).toMatchObject({ new: 0, changed: 0 });
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
