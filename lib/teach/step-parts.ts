import { t } from '../platform/words.ts';
import { inWords, point } from './pointing.ts';
import { leaving, progress } from './step-who.ts';
import type { Teaching } from './teach.ts';
import { button, heading, row, text } from './widgets.ts';

/** Second step: the box that is written in. */
export function askText(teaching: Teaching): void {
  ask(teaching, 'text', (element) => {
    teaching.lesson.text = element;
  });
}

/** Third step: what sends it. */
export function askSend(teaching: Teaching): void {
  ask(teaching, 'send', (element) => {
    teaching.lesson.send = element;
  });
}

function ask(teaching: Teaching, step: 'text' | 'send', keep: (element: Element) => void): void {
  const { document, panel, go, leave } = teaching;
  const number = step === 'text' ? 2 : 3;
  const head = [progress(document, number), heading(document, t(`teach_${step}_step`))];
  const back = (): HTMLElement => button(document, t('teach_back'), 'word', () => go(step === 'text' ? 'who' : 'text'));
  panel.show(
    [...head, text(document, t(`teach_${step}_hint`)), panel.stage, row(document, [back(), leaving(document, leave)])],
    panel.stage,
  );
  point(teaching, step, (element) => {
    keep(element);
    panel.say(inWords(element));
    const next = button(document, t('teach_next'), 'safe', () => go(step === 'text' ? 'send' : 'try'));
    const again = button(document, t('teach_again'), 'word', () => go(step));
    panel.show([...head, row(document, [next, again, leaving(document, leave)])], next);
  });
}
