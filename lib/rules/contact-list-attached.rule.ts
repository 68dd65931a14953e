import type { Finding, Phrase } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import { type ContactList, contactLists, goesOut, removeFile, showParts } from './files.ts';
import type { Rule } from './rule.ts';

const SHEETS = 3;

/** A list of people goes along: contact data of ten or more who did not let it be passed on to these recipients. */
export const rule: Rule = {
  id: 'contact-list-attached',
  kind: 'fact',
  tier: 'T2',
  needsLedger: false,
  judge(draft, facts, policy) {
    if (!goesOut(draft, facts)) return [];
    return contactLists(draft, facts).map(
      (list): Finding => ({
        rule: 'contact-list-attached',
        tier: 'T2',
        kind: 'fact',
        title: { key: 'rule_contact-list-attached_title', params: { file: list.name, count: list.people } },
        evidence: evidenceOf(list),
        law: lawRefs(policy.lawPacks, 'disclosure'),
        subjects: [],
        places: [],
        file: list.name,
        fixes: [
          removeFile(list.name),
          ...(list.tables.length > 0 ? [showParts(list.name, 'people')] : []),
          { kind: 'record-permission' },
        ],
      }),
    );
  },
};

function evidenceOf({ tables, people }: ContactList): readonly Phrase[] {
  const lines = tables.slice(0, SHEETS).map(({ sheet, rows, hidden }): Phrase => {
    const params = { count: rows, ...(sheet !== undefined && { sheet }) };
    if (sheet === undefined) return { key: 'rule_contact-list-attached_rows', params };
    return { key: `rule_contact-list-attached_${hidden ? 'hidden' : 'sheet'}`, params };
  });
  return lines.length > 0 ? lines : [{ key: 'rule_contact-list-attached_rows', params: { count: people } }];
}
