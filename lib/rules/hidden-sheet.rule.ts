import type { AttachmentRef } from '../domain/draft.ts';
import { type FileFacts, type FileReading, type Hiding, isHiding } from '../domain/file-reading.ts';
import type { Finding, Phrase } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import { goesOut, removeFile, showParts } from './files.ts';
import type { Rule } from './rule.ts';

const SHEETS = 4;
const KINDS = 3;
/** From here on a scanned value stands without the ledger (`detect/span.ts`). */
const SURE = 0.6;
/** What is written between the lines is `tracked-changes`. */
const HIDDEN: ReadonlySet<Hiding> = new Set([
  'sheet',
  'very-hidden',
  'row',
  'column',
  'slide',
  'pivot-cache',
  'text',
  'external',
  'embedded',
]);
const SILENT: ReadonlySet<string> = new Set(['ip', 'placeholder']);

/** Whoever opens the file does not see all of it, and can make it show: the blunder behind the costliest leaks on record. */
export const rule: Rule = {
  id: 'hidden-sheet',
  kind: 'fact',
  tier: 'T3',
  needsLedger: false,
  judge(draft, facts, policy) {
    if (!goesOut(draft, facts)) return [];
    return draft.attachments.flatMap(({ name, reading }: AttachmentRef): Finding[] => {
      if (!reading) return [];
      const inside = personal(reading);
      if (!isHiding(reading.facts) && inside.length === 0) return [];
      return [
        {
          rule: 'hidden-sheet',
          tier: inside.length > 0 ? 'T3' : 'T1',
          kind: 'fact',
          title: { key: `rule_hidden-sheet_${inside.length > 0 ? 'personal' : 'title'}`, params: { file: name } },
          evidence: [...hiddenLines(reading.facts), ...inside],
          law: inside.length > 0 ? lawRefs(policy.lawPacks, 'disclosure') : [],
          subjects: [],
          places: [],
          file: name,
          fixes: [removeFile(name), showParts(name, 'hidden')],
        },
      ];
    });
  },
};

function hiddenLines(facts: FileFacts): readonly Phrase[] {
  const counted = (key: string, count: number): readonly Phrase[] =>
    count > 0 ? [{ key: `rule_hidden-sheet_${key}`, params: { count } }] : [];
  return [
    ...facts.hiddenSheets.slice(0, SHEETS).map(({ name: sheet, how, rows }) => ({
      key: how === 'hidden' ? 'rule_hidden-sheet_sheet' : 'rule_hidden-sheet_very',
      params: { sheet, count: rows },
    })),
    ...counted('more', facts.hiddenSheets.length - SHEETS),
    ...counted('rows', facts.hiddenRows),
    ...counted('columns', facts.hiddenColumns),
    ...counted('pivot', facts.pivotRecords),
    ...counted('slides', facts.hiddenSlides),
  ];
}

/** Personal data in the parts that are not shown, one line a kind. */
function personal({ identifiers, hiddenPeople }: FileReading): readonly Phrase[] {
  const kinds = new Map<string, number>();
  for (const { kind, confidence, hidden } of identifiers)
    if (hidden && HIDDEN.has(hidden) && confidence >= SURE && !SILENT.has(kind))
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const lines = [...kinds]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, KINDS)
    .map(([kind, count]) => ({
      key: 'rule_hidden-sheet_inside',
      params: { count, identifier_word: `identifier_${kind}` },
    }));
  return hiddenPeople > 0 && lines.length === 0
    ? [{ key: 'rule_hidden-sheet_people', params: { count: hiddenPeople } }]
    : lines;
}
