import { izin, peers } from './detectors.ts';
import { tellMisses } from './misses.ts';
import { matcherCases, newsSentences, publicFolder, recogniserCases, templates, validatorCases } from './public.ts';
import { type Target, table } from './report.ts';
import { f1, type Labelled, precision, share, sum } from './score.ts';

/** Data of others, labelled by them. */
export async function publicPart(): Promise<readonly Target[]> {
  const there = publicFolder();
  if ('why' in there) {
    console.log(`\nPublic data was not run: ${there.why}.`);
    return [];
  }
  const detectors = [izin, ...peers()];
  const tables = [
    ...recogniserCases(['email'], 'email', 'US'),
    ...recogniserCases(['credit_card'], 'card', 'US'),
    ...recogniserCases(['us_ssn', 'us_itin'], 'ssn', 'US'),
    ...recogniserCases(['ip'], 'ip', 'US'),
  ];
  const values = [
    ...validatorCases('isEmail', 'email', 'Email '),
    ...validatorCases('isCreditCard', 'card', 'Credit card '),
    ...validatorCases('isIBAN', 'iban', 'IBAN '),
  ];
  const phones: readonly Labelled[] = [
    ...recogniserCases(['phone'], 'phone', 'US'),
    ...recogniserCases(['ph_mobile_number'], 'phone', 'PH'),
    ...recogniserCases(['tr_phone_number'], 'phone', 'TR'),
    ...matcherCases(),
  ];
  const inTables = await table('Recogniser tables of presidio', tables, ['email', 'card', 'ssn', 'ip'], detectors);
  const inValues = await table('Single values of validator.js, named', values, ['email', 'card', 'iban'], detectors);
  const inPhones = await table(
    'Phones: recogniser tables, and the matcher cases of libphonenumber',
    phones,
    ['phone'],
    detectors,
  );
  tellMisses([...inTables.missedTexts, ...inValues.missedTexts, ...inPhones.missedTexts]);

  const news = newsSentences();
  console.log(
    `\nIndonesian news: ${news.length} sentences without any identifier; findings in all, and sentences with one`,
  );
  let ours = 0;
  for (const { name, find } of detectors) {
    let findings = 0;
    let flagged = 0;
    for (const sentence of news) {
      const { length } = await find(sentence, 'ID');
      findings += length;
      if (length > 0) flagged++;
    }
    if (name === izin.name) ours = flagged;
    console.log(`${name.padEnd(20)}${String(findings).padStart(5)}  ${share(flagged, news.length)}`);
  }
  const inTemplates = await Promise.all(templates().map(async (text) => (await izin.find(text, 'ID')).length));
  const both = ['email', 'card', 'ssn', 'ip', 'iban'].map((kind) =>
    sum([inTables, inValues].flatMap(({ byKind }) => byKind.get(kind) ?? [])),
  );
  return [
    {
      what: 'public English identifiers, macro F1',
      measured: both.reduce((all, one) => all + f1(one), 0) / both.length,
      wanted: 0.97,
    },
    { what: 'public English identifiers, precision', measured: precision(sum(both)), wanted: 0.98 },
    { what: 'public phones, F1', measured: f1(inPhones.byKind.get('phone')!), wanted: 0.88 },
    { what: 'news: warnings per 1,000 sentences', measured: (ours / news.length) * 1_000, wanted: 1, atMost: true },
    {
      what: 'PR templates: findings in three files',
      measured: inTemplates.reduce((a, b) => a + b, 0),
      wanted: 2,
      atMost: true,
    },
  ];
}
