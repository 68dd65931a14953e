import { SPELLINGS, spelt } from './adversarial.ts';
import { type Detector, izin, peers } from './detectors.ts';
import { type OwnMessage, ownMessages, PARTS } from './messages.ts';
import { tellMisses } from './misses.ts';
import { type Target, table } from './report.ts';
import { f1, precision, recall, score, share, sum } from './score.ts';

const TIMES = 6;
const STRUCTURED = ['email', 'card', 'iban', 'ssn', 'ip'];
const STATE = ['nik', 'npwp', 'phone', 'bank_account', 'bpjs', 'nip'];
const OTHERS = ['kk', 'passport', 'sim', 'nisn', 'imei', 'plate', 'birth_date'];

const cases = (messages: readonly OwnMessage[]) => messages.map((message) => ({ ...message, region: 'ID' }));

/** Our own messages, both parts; the targets are of the held-out one. */
export async function identifiersPart(): Promise<readonly Target[]> {
  const detectors: readonly Detector[] = [izin, ...peers()];
  const targets: Target[] = [];
  for (const part of PARTS) {
    const all = ownMessages(part, 'identifiers', TIMES);
    const of = (language: string, named?: boolean): readonly OwnMessage[] =>
      all.filter((one) => one.language === language && (named === undefined || one.named === named));
    const english = await table(`Own messages, English, ${part}`, cases(of('en')), [...STRUCTURED, 'phone'], detectors);
    const named = await table(
      `Own messages, Indonesian, with a word, ${part}`,
      cases(of('id', true)),
      STATE,
      detectors,
    );
    await table(`Own messages, Indonesian, with a word, more kinds, ${part}`, cases(of('id', true)), OTHERS, [izin]);
    const bare = await table(
      `Own messages, Indonesian, no word, ${part}`,
      cases(of('id', false)),
      ['nik', 'npwp', 'phone', 'nip'],
      detectors,
    );
    const right = share(named.typed.right + bare.typed.right, named.typed.all + bare.typed.all);
    console.log(`kind right where anything was found: ${right}`);
    if (part === 'development') {
      tellMisses([...english.missedTexts, ...named.missedTexts, ...bare.missedTexts]);
      continue;
    }
    const structured = STRUCTURED.map((kind) => english.byKind.get(kind)!);
    targets.push(
      {
        what: 'English identifiers, macro F1, held out',
        measured: structured.reduce((all, one) => all + f1(one), 0) / structured.length,
        wanted: 0.97,
      },
      { what: 'English identifiers, precision, held out', measured: precision(sum(structured)), wanted: 0.98 },
      { what: 'phones in English messages, F1, held out', measured: f1(english.byKind.get('phone')!), wanted: 0.88 },
      {
        what: 'Indonesian identifiers with a word, recall, held out',
        measured: recall(sum(named.byKind.values())),
        wanted: 0.98,
      },
      {
        what: 'Indonesian identifiers, precision, held out',
        measured: precision(sum([...named.byKind.values(), ...bare.byKind.values()])),
        wanted: 0.98,
      },
      { what: 'NIK without a word, recall, held out', measured: recall(bare.byKind.get('nik')!), wanted: 0.95 },
      {
        what: 'Indonesian identifiers, kind right, held out',
        measured: (named.typed.right + bare.typed.right) / (named.typed.all + bare.typed.all),
        wanted: 0.98,
      },
    );
  }
  return targets;
}

async function isWhole(message: OwnMessage): Promise<boolean> {
  const hits = await izin.find(message.text, 'ID');
  return message.spans.every((span) =>
    hits.some((hit) => hit.kind === span.kind && hit.start < span.end && span.start < hit.end),
  );
}

/** The same messages with their values spelt so that a simple pattern misses them. */
export async function adversarialPart(): Promise<readonly Target[]> {
  const detectors = [izin, ...peers().filter(({ only }) => !only)];
  const targets: Target[] = [];
  for (const part of PARTS) {
    console.log(
      `\nAdversarial spellings, ${part}: values found with their kind, of messages that are found whole when plainly spelt`,
    );
    const plain: OwnMessage[] = [];
    for (const message of ownMessages(part, 'identifiers', 2)) if (await isWhole(message)) plain.push(message);
    let missed = 0;
    for (const [name, spelling] of Object.entries(SPELLINGS)) {
      const messages = plain.flatMap((message) => spelt(message, spelling) ?? []);
      const found: string[] = [];
      for (const detector of detectors) {
        const kinds = [...new Set(messages.flatMap(({ spans }) => spans.map(({ kind }) => kind)))];
        const scored = await score(detector, cases(messages), kinds);
        const counts = sum(scored.byKind.values());
        if (detector === izin) {
          missed += counts.missed;
          if (part === 'development') tellMisses(scored.missedTexts);
        }
        found.push(`${detector.name} ${counts.right}/${counts.right + counts.missed}`);
      }
      console.log(`${name.padEnd(30)}${found.join('  ')}`);
    }
    if (part === 'held-out')
      targets.push({
        what: 'adversarial spellings, values missed, held out',
        measured: missed,
        wanted: 0,
        atMost: true,
      });
  }
  return targets;
}
