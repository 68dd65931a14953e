import { chatAddress, isChatAddress } from '../domain/chat.ts';
import type { Draft } from '../domain/draft.ts';
import { t } from '../platform/words.ts';
import { copiesUnread } from '../surfaces/copies.ts';
import type { SiteHooks } from '../surfaces/hooks.ts';
import { proposalOf, withAnswers } from './lesson.ts';
import { guessEnter } from './propose.ts';
import { leaving, progress } from './step-who.ts';
import type { Teaching } from './teach.ts';
import { type Caught, tryOut } from './try-out.ts';
import { button, heading, row, select, text, tick } from './widgets.ts';

/** Last step: the hooks on the live page, with a message that does not leave. */
export function askToTry(teaching: Teaching): void {
  const { document, window, panel, lesson, options, signal, go, leave } = teaching;
  const hooks = proposalOf(lesson, options.site);
  const again = button(document, t('teach_over'), 'word', () => go('who'));
  const { text: box, send } = lesson;
  if (!hooks || !box || !send) {
    panel.show(
      [
        heading(document, t('teach_unstable')),
        text(document, t('teach_unstable_hint')),
        row(document, [again, leaving(document, leave)]),
      ],
      again,
    );
    return;
  }
  lesson.enterSends ??= guessEnter({ channel: lesson.channel, text: box });
  const by: Partial<Record<Caught['by'], Draft | 'missed'>> = {};
  const draw = (focus?: HTMLElement): void => {
    lesson.addresses.add(document.URL);
    const draft = draftOf(by);
    const works = button(document, t('teach_works'), 'safe', () => void keep(teaching, hooks));
    const isReady = by.button !== undefined && by.button !== 'missed' && draft !== undefined && isReadable(draft);
    const enter = select(
      document,
      t('teach_enter'),
      ENTER.map((value) => ({ value, label: t(`teach_enter_${value}`) })),
      lesson.enterSends ? 'sends' : 'line',
      (value) => {
        lesson.enterSends = value === 'sends';
      },
    );
    panel.show(
      [
        progress(document, 4),
        heading(document, t('teach_try')),
        text(document, t('teach_try_hint')),
        tick(document, by.button !== undefined && by.button !== 'missed', t('teach_try_button')),
        tick(document, by.enter !== undefined, t('teach_try_enter')),
        enter,
        ...(draft ? readLines(document, draft) : []),
        ...copiesLine(document, hooks),
        row(document, [...(isReady ? [works] : []), again, leaving(document, leave)]),
      ],
      focus,
    );
  };
  draw();
  panel.keepClear([box, send]);
  // Where the trial message is written; a card that is drawn anew has no focus to keep.
  panel.giveFocus(box as HTMLElement);
  tryOut(
    hooks,
    { window, host: panel.host, text: box, send },
    (caught) => {
      by[caught.by] = caught.draft ?? 'missed';
      panel.say(caught.draft ? t('teach_held') : t('teach_missed'));
      draw();
    },
    signal,
  );
}

const ENTER = ['sends', 'line'] as const;

const draftOf = (by: Partial<Record<Caught['by'], Draft | 'missed'>>): Draft | undefined =>
  [by.button, by.enter].find((each): each is Draft => each !== undefined && each !== 'missed');

/** To nobody that is known, or without words, it was not read: that is no lesson to keep. */
const isReadable = (draft: Draft): boolean =>
  draft.text.trim() !== '' &&
  (draft.audience === 'public' || draft.recipients.length > 0) &&
  !draft.unreadable.some((problem) => problem === 'recipients' || problem === 'body' || problem === 'send');

/** What was read, shown to whoever wrote it. It goes nowhere. */
function readLines(document: Document, draft: Draft): readonly HTMLElement[] {
  const who = draft.recipients.map(({ address, name }) => (isChatAddress(address) ? shownOf(address, name) : address));
  const people =
    draft.audience === 'public'
      ? t('teach_read_public')
      : who.length > 0
        ? t('teach_read_people', { who: who.join(', ') })
        : t('teach_read_nobody');
  const words = draft.text.trim().length;
  return [
    text(document, people, true),
    text(document, words > 0 ? t('teach_read_text', { count: words }) : t('teach_read_empty'), true),
    ...(draft.unreadable.includes('send') ? [text(document, t('teach_read_send'), true)] : []),
  ];
}

/** Copies go to whoever stands in fields that nobody pointed at. */
const copiesLine = (document: Document, { channel, boxes }: SiteHooks): readonly HTMLElement[] =>
  boxes.flatMap((box) => copiesUnread(channel, box)).map((field) => text(document, t(`taught_told_no_${field}`), true));

const shownOf = (address: string, name: string | undefined): string =>
  name ?? address.replace(chatAddress({ title: '' }), '');

async function keep({ document, panel, lesson, options, go, leave }: Teaching, hooks: SiteHooks): Promise<void> {
  if (await options.keep(withAnswers(hooks, lesson))) return leave();
  const again = button(document, t('teach_over'), 'plain', () => go('who'));
  panel.show(
    [
      heading(document, t('teach_not_kept')),
      text(document, t('teach_not_kept_hint')),
      row(document, [again, leaving(document, leave)]),
    ],
    again,
  );
}
