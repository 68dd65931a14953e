import type { AttachmentRef } from '../domain/draft.ts';
import type { FileReading } from '../domain/file-reading.ts';
import type { Finding, Fix, Phrase } from '../domain/verdict.ts';
import { goesOut, removeFile } from './files.ts';
import type { Rule } from './rule.ts';

/** A picture of one of these is what its name says. */
const OF_A_PERSON =
  /(?:^|[^\p{L}\p{N}])(?:ktp|e-?ktp|npwp|kk|kartu ?keluarga|sim|paspor|passport|selfie|swafoto|akta|ijazah|bpjs|rekening)(?=$|[^\p{L}])/iu;
const PICTURE = /\.(?:jpe?g|png|gif|webp|heic|heif|bmp|tiff?|svg)$/i;

/** A file whose words Izin does not know, or not all of them: it is never passed silently for fine. */
export const rule: Rule = {
  id: 'file-not-checked',
  kind: 'fact',
  tier: 'T1',
  needsLedger: false,
  judge(draft, facts) {
    if (!goesOut(draft, facts)) return [];
    return draft.attachments.flatMap((ref): Finding[] => {
      const why = whyOf(ref);
      if (why.length === 0) return [];
      return [
        {
          rule: 'file-not-checked',
          tier: isQuiet(ref) ? 'T0' : 'T1',
          kind: 'fact',
          title: { key: `rule_file-not-checked_${ref.reading ? 'title' : 'unread'}`, params: { file: ref.name } },
          evidence: why,
          law: [],
          subjects: [],
          places: [],
          file: ref.name,
          fixes: fixesOf(ref),
        },
      ];
    });
  },
};

const said = (what: string): Phrase => ({ key: `rule_file-not-checked_${what}` });

function whyOf({ state, link, name, reading }: AttachmentRef): readonly Phrase[] {
  const named = isPicture(name, reading) && OF_A_PERSON.test(name) ? [said('named')] : [];
  if (reading) return reading.complete ? named : [...reading.reasons.map(said), ...named];
  if (link) return [said('link')];
  return state === undefined || state === 'read' ? [] : [said(state), ...named];
}

/** An ordinary picture, and a document of which only pictures were not read, are told on being looked at. */
function isQuiet({ name, state, link, reading }: AttachmentRef): boolean {
  if (link || state === 'skipped') return false;
  if (isPicture(name, reading)) return !OF_A_PERSON.test(name);
  if (state === 'waiting') return true;
  return reading !== undefined && reading.parts.length > 0 && reading.reasons.every((each) => each === 'no-text');
}

const isPicture = (name: string, reading: FileReading | undefined): boolean =>
  reading ? reading.kind === 'picture' : PICTURE.test(name);

const fixesOf = ({ name, link, reading }: AttachmentRef): readonly Fix[] => [
  { kind: 'open-file', file: name },
  ...(link || reading?.kind === 'picture' ? [] : [removeFile(name)]),
];
