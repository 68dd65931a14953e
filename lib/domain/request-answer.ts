import type { RightsRequest } from './person.ts';
import { type RequestFile, requestFile } from './request-fold.ts';
import { never } from './result.ts';
import type { LawRef, Phrase } from './verdict.ts';

/*
 * What the person is told, as phrases of the catalogue: who asked what and when, what was done and when, and by which
 * row. Law and our own policy are told apart in words. Nothing is said that is not recorded: a step that nobody ticked is
 * not in it.
 */
export interface AnswerContext {
  /** As they are addressed. */
  readonly name: string;
  /** Who answers: a person or an office. */
  readonly sender: string;
  /** Rows that the answer rests on beside the due time. */
  readonly law: readonly LawRef[];
}

/** Paragraphs of one or several lines. Values named `…_at` are instants. */
export type Answer = readonly (readonly Phrase[])[];

export function requestAnswer(request: RightsRequest, { name, sender, law }: AnswerContext): Answer {
  const file = requestFile(request);
  const received: Phrase = {
    key: 'answer_received',
    params: { what_word: `answer_what_${file.type}`, received_at: file.receivedAt },
  };
  const rests = lawLine(law);
  return [
    [{ key: 'answer_greeting', params: { name } }],
    [received],
    ...body(file),
    ...(rests ? [[rests]] : []),
    [{ key: 'answer_reference', params: { id: file.id } }],
    [{ key: 'answer_closing' }, { key: 'answer_sender', params: { sender } }],
  ];
}

function body(file: RequestFile): Answer {
  const { stage, type } = file;
  switch (stage) {
    case 'received':
    case 'acknowledged':
    case 'in_progress':
    case 'answered':
      return [[dueLine(file)]];
    case 'waiting':
      return [[{ key: 'answer_waiting' }], [dueLine(file)]];
    case 'extended':
      return file.extensions
        .slice(0, 1)
        .map(({ until, law, reason }) => [
          { key: 'answer_extended', params: { reason, due_at: until, article: law.article } },
        ]);
    case 'fulfilled':
      return [[{ key: `answer_done_${type}` }], ...done(file)];
    case 'partly':
      return [
        [{ key: 'answer_partly', params: { reason: reasonOf(file) } }],
        ...done(file),
        [{ key: 'answer_complain' }],
      ];
    case 'rejected':
      return [[{ key: 'answer_rejected', params: { reason: reasonOf(file) } }], [{ key: 'answer_complain' }]];
    case 'withdrawn':
      return [[{ key: 'answer_withdrawn' }]];
    default:
      return never(stage);
  }
}

/** Until when, and whether that is the law's time or ours. */
function dueLine({ due }: RequestFile): Phrase {
  if (!due) return { key: 'answer_soon' };
  return due.law.mark === 'P'
    ? { key: 'answer_due_policy', params: { due_at: due.at } }
    : { key: 'answer_due_law', params: { due_at: due.at, article: due.law.article } };
}

const done = (file: RequestFile): Answer =>
  file.done.length === 0
    ? []
    : [
        [
          { key: 'answer_steps' },
          ...file.done.map(
            ({ step, at }): Phrase => ({ key: 'answer_step', params: { step_word: `request_step_${step}`, at } }),
          ),
        ],
      ];

const reasonOf = ({ outcome }: RequestFile): string => outcome?.reason ?? '';

/** Our own rows are not named to a person as if they were articles. */
function lawLine(law: readonly LawRef[]): Phrase | undefined {
  const articles = law.filter(({ mark }) => mark !== 'P').map(({ article }) => article);
  return articles.length === 0 ? undefined : { key: 'answer_law', params: { articles: articles.join(', ') } };
}
