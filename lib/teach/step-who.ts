import type { Channel } from '../domain/enums.ts';
import { t } from '../platform/words.ts';
import { type Audience, CHANNELS_TAUGHT } from './lesson.ts';
import { inWords, point } from './pointing.ts';
import type { MailField } from './propose.ts';
import type { Teaching } from './teach.ts';
import { inputOf, type Reading, readingsOf } from './who.ts';
import { button, heading, type Option, row, select, text } from './widgets.ts';

/** First step: what is written here, and to whom. */
export function askWho(teaching: Teaching, field: MailField = 'to'): void {
  const { document, panel, lesson, go, leave } = teaching;
  const again = (): void => go('who');
  const channels = CHANNELS_TAUGHT.map((value): Option => ({ value, label: capital(t(`channel_${value}`)) }));
  const channel = select(document, t('teach_channel'), channels, lesson.channel, (value) => {
    lesson.channel = value as Channel;
    if (lesson.channel === 'public_post') lesson.audience = 'public';
    else if (lesson.audience === 'public') lesson.audience = 'people';
    again();
  });
  const audiences = (['people', 'title', 'public'] as const).map(
    (value): Option => ({ value, label: t(`teach_audience_${value}`) }),
  );
  const audience = select(document, t('teach_audience'), audiences, lesson.audience, (value) => {
    lesson.audience = value as Audience;
    again();
  });
  const isFirst = field === 'to';
  const settings = isFirst ? [channel, audience] : [];
  const title = isFirst ? t('teach_who') : t('teach_who_field', { field: t(`teach_field_${field}`) });
  if (lesson.audience === 'public') {
    lesson.who = [];
    const next = button(document, t('teach_next'), 'safe', () => go('text'));
    panel.show(
      [
        progress(document, 1),
        heading(document, title),
        ...settings,
        text(document, t('teach_who_public')),
        row(document, [next, leaving(document, leave)]),
      ],
      next,
    );
    return;
  }
  if (isFirst) lesson.who = [];
  const hint = t(lesson.audience === 'title' ? 'teach_who_title' : 'teach_who_people');
  panel.show(
    [
      progress(document, 1),
      heading(document, title),
      ...settings,
      text(document, hint),
      panel.stage,
      row(document, [leaving(document, leave)]),
    ],
    panel.stage,
  );
  point(teaching, 'who', (element) => understood(teaching, element, field));
}

function understood(teaching: Teaching, element: Element, field: MailField): void {
  const { document, panel, lesson, go, leave } = teaching;
  const readings = readingsOf(element, lesson.channel);
  const first = readings.findIndex(({ is }) => is === (lesson.audience === 'title' ? 'title' : 'address'));
  const one = { element, readings, chosen: Math.max(0, first), field };
  const input = inputOf(element, lesson.channel, lesson.text);
  lesson.who = [...lesson.who, one];
  panel.say(inWords(element));
  const read = readings[one.chosen];
  const choice =
    readings.length > 0
      ? select(document, t('teach_reads'), readings.map(optionOf), String(one.chosen), (value) => {
          one.chosen = Number(value);
        })
      : text(document, input ? t('teach_reads_typed') : t('teach_reads_nothing'));
  const next = button(document, t('teach_next'), 'safe', () => go('text'));
  const back = button(document, t('teach_again'), 'word', () => {
    lesson.who = lesson.who.filter((each) => each !== one);
    if (field === 'to') go('who');
    else askWho(teaching, field);
  });
  const more =
    lesson.channel === 'email'
      ? (['cc', 'bcc'] as const).filter((each) => !lesson.who.some((who) => who.field === each))
      : [];
  const others = more.map((each) =>
    button(document, t('teach_also', { field: t(`teach_field_${each}`) }), 'plain', () => askWho(teaching, each)),
  );
  const count =
    read && read.elements.length > 1 ? [text(document, t('teach_alike', { count: read.elements.length }), true)] : [];
  const usable = readings.length > 0 || input !== undefined;
  const can = usable ? [next, ...others] : [];
  panel.show(
    [
      progress(document, 1),
      heading(document, t('teach_who')),
      choice,
      ...count,
      row(document, [...can, back, leaving(document, leave)]),
    ],
    usable ? next : back,
  );
}

const optionOf = ({ shown, from, is }: Reading, at: number): Option => ({
  value: String(at),
  label:
    is === 'title' ? t('teach_read_title', { shown }) : from === 'text' ? shown : t('teach_read_from', { shown, from }),
});

export const progress = (document: Document, step: number): HTMLElement =>
  text(document, t('teach_progress', { step, of: 4 }), true);
export const leaving = (document: Document, leave: () => void): HTMLElement =>
  button(document, t('teach_leave'), 'word', leave);
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
