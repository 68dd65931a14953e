import { isChatAddress } from '../domain/chat.ts';
import type { Draft } from '../domain/draft.ts';
import type { Finding } from '../domain/verdict.ts';
import type { RecipientFacts } from './facts.ts';
import type { Rule } from './rule.ts';
import { addressesOf, outsiders, peopleFix, subjectOf, titleOf } from './who.ts';

/**
 * An address or chat that no contact point in the ledger matches: a note. A chat of which the page shows its title or
 * thread alone is advised to be bound, because without that nothing about its person can ever be known; one whose title
 * anybody may bear waits for it. A group is nobody's.
 */
export const rule: Rule = {
  id: 'unknown-person',
  kind: 'fact',
  tier: 'T2',
  needsLedger: true,
  lighterInReply: true,
  judge(draft, facts) {
    const unknown = outsiders(facts).filter(
      ({ people, recipient, skipped }) => people.length === 0 && !recipient.group && !skipped,
    );
    const chats = unknown.filter(({ recipient }) => isChatAddress(recipient.address));
    const others = unknown.filter((one) => !chats.includes(one));
    return [...unbound(chats), ...strangers(others, draft)];
  },
};

function unbound(chats: readonly RecipientFacts[]): readonly Finding[] {
  if (chats.length === 0) return [];
  const subjects = chats.map((one) => subjectOf(one));
  return [
    {
      rule: 'unknown-person',
      tier: chats.some(({ recipient }) => recipient.unsure) ? 'T2' : 'T1',
      kind: 'fact',
      title: titleOf('rule_unknown-person_chat_title', subjects),
      evidence: [{ key: 'rule_unknown-person_chat_evidence' }],
      law: [],
      subjects,
      places: [],
      fixes: [
        { kind: 'bind-chat', addresses: addressesOf(subjects) },
        { kind: 'skip-thread', addresses: addressesOf(subjects) },
      ],
    },
  ];
}

function strangers(unknown: readonly RecipientFacts[], draft: Draft): readonly Finding[] {
  if (unknown.length === 0) return [];
  const subjects = unknown.map((one) => subjectOf(one));
  return [
    {
      rule: 'unknown-person',
      tier: 'T0',
      kind: 'fact',
      title: titleOf('rule_unknown-person_title', subjects),
      evidence: [{ key: 'rule_unknown-person_evidence' }],
      law: [],
      subjects,
      places: [],
      fixes: [
        peopleFix('add-person', subjects),
        // One chat is one conversation; a mail is written anew each time.
        ...(draft.channel === 'email'
          ? []
          : [
              { kind: 'bind-chat' as const, addresses: addressesOf(subjects) },
              { kind: 'skip-thread' as const, addresses: addressesOf(subjects) },
            ]),
      ],
    },
  ];
}
