import type { Draft } from '../domain/draft.ts';
import type { Finding } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import { BULK, DUTY, MARKETING } from './marketing.ts';
import { purposeOf, type Rule } from './rule.ts';
import { outsiders } from './who.ts';
import { purposeWord } from './words.ts';

/** A mail to many, or one that markets, does not say how to have no more of them. */
export const rule: Rule = {
  id: 'missing-opt-out',
  kind: 'fact',
  tier: 'T2',
  needsLedger: false,
  lighterInReply: true,
  judge(draft, facts, policy) {
    const purpose = purposeOf(draft, policy);
    const count = outsiders(facts).length;
    const markets = MARKETING.has(purpose);
    if (draft.channel !== 'email' || count === 0 || DUTY.has(purpose)) return [];
    if (!(markets || count >= BULK) || hasWayOut(draft)) return [];
    const found: Finding = {
      rule: 'missing-opt-out',
      tier: markets ? 'T2' : 'T1',
      kind: 'fact',
      title: { key: 'rule_missing-opt-out_title', params: { count } },
      evidence: [
        markets
          ? { key: 'rule_missing-opt-out_marketing', params: { purpose_word: purposeWord(purpose) } }
          : { key: 'rule_missing-opt-out_bulk', params: { count } },
      ],
      law: lawRefs(policy.lawPacks, 'withdrawal'),
      subjects: [],
      places: [],
      fixes: [{ kind: 'show-opt-out' }, ...(markets ? [{ kind: 'change-purpose' as const }] : [])],
    };
    return [found];
  },
};

/** What a line must say, however it says it: that one may have no more of this, or be taken off the list. */
const WAY_OUT: readonly RegExp[] = [
  /unsubscri|opt[\s-]?out|berhenti berlangganan|batal(?:kan)? langganan|batal berlangganan/i,
  /(?:balas|ketik|jawab|reply|text|kirim|type|answer)\b[^\n]{0,40}\b(?:stop|setop|berhenti|unreg|cukup|remove|hapus)\b/i,
  /\b(?:tidak|tak|tdk|ga?k|nggak|enggak)\b[^\n.]{0,20}\b(?:ingin|mau|berkenan|bersedia)\b[^\n]{0,40}\b(?:menerima|terima|dikirimi?|dihubungi|dapat)/i,
  /\b(?:no longer|not|rather not|prefer not to|don['’]t|stop)\b[^\n.]{0,20}\b(?:receive|receiving|get|getting|hear|hearing)\b/i,
  /\b(?:keluar|dikeluarkan|dihapus|hapus|remove[dn]?|taken?|take (?:me|you)|delete)\b[^\n.]{0,40}\b(?:dari (?:daftar|milis|list)|(?:from|off) (?:this|the|our|my) (?:\w+ )?list)/i,
  /\b(?:berhenti|stop) (?:menerima|receiving|dikirimi|dihubungi)/i,
  /\b(?:manage|update|change|atur|kelola|ubah)\b[^\n.]{0,30}\b(?:preferences|subscription|preferensi|langganan)/i,
];

const hasWayOut = ({ text, attachments }: Draft): boolean =>
  [text, ...attachments.map((file) => file.text ?? '')].some((words) => WAY_OUT.some((way) => way.test(words)));
