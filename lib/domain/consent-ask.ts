import { capitalIn, listIn, type Speech } from './consent-speech.ts';
import type { NoticeFacts } from './notice.ts';
import { noticeLines, purposeLine, whoOf } from './notice-text.ts';
import type { Person } from './person.ts';

export interface ConsentAsk {
  readonly person: Pick<Person, 'name' | 'honorific' | 'ageBand'>;
  /** The parent or guardian of a child, who is the one that is asked (UU PDP 25). */
  readonly guardian?: Pick<Person, 'name' | 'honorific'>;
  readonly facts: NoticeFacts;
  /** Where the notice can be read in full. */
  readonly noticeUri?: string;
  readonly reminder?: boolean;
}

export interface AskText {
  readonly subject: string;
  readonly text: string;
  /** A question for consent is exempt from the rules about a basis (domain.md §7.4, ruling 4). */
  readonly purpose: 'consent_request';
}

/**
 * The message that asks: one question a purpose, so that each can be answered alone (UU PDP 22), the seven items of
 * Article 21 below it, and how to say no. Silence is told to be a no. Pure text; nothing is sent or recorded by it.
 */
export function askText(ask: ConsentAsk, speech: Speech): AskText {
  const { facts, person, guardian } = ask;
  const { say } = speech;
  const child = person.ageBand === 'child';
  const to = (child ? guardian : undefined) ?? person;
  const name = [to.honorific, to.name].filter(Boolean).join(' ');
  const asked = facts.uses.filter(({ basis }) => basis === 'consent');
  const one = asked.length === 1;
  const questions = asked.map((use, at) => (one ? purposeLine(use, speech) : `${at + 1}. ${purposeLine(use, speech)}`));
  const items = noticeLines(facts, speech).map(({ head, lines }) => `• ${head}: ${lines.join(' ')}`);
  const from = facts.controller.name;
  const lead = child ? say('ask_child', { name: from, child: person.name }) : say('ask_lead', { name: from });
  const text = [
    say('ask_greeting', { name }),
    ask.reminder ? `${say('ask_reminder')} ${lead}` : lead,
    questions.join('\n'),
    one ? say('ask_answer_one') : say('ask_answer_many', { example: `${say('ask_yes')} 1` }),
    say('ask_silence'),
    `${say('ask_items')}\n${[whoOf(facts, speech), ...items].join('\n')}`,
    ...(ask.noticeUri ? [say('ask_notice', { uri: ask.noticeUri })] : []),
    say('ask_close', { name: from }),
  ].join('\n\n');
  const purposes = listIn(
    speech,
    asked.map(({ purpose }) => say(`purpose_${purpose}`)),
  );
  return { subject: capitalIn(speech, say('ask_subject', { name: from, purposes })), text, purpose: 'consent_request' };
}
