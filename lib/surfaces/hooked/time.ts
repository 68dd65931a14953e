import type { Draft } from '../../domain/draft.ts';
import { type Clock, clockHere } from '../clock.ts';
import type { Selectors, WhenHooks } from '../hooks.ts';
import type { SendIntent } from '../surface.ts';
import { alsoAt } from './controls.ts';
import type { Box } from './memory.ts';
import { readEvery, textOf, textsOf } from './read.ts';
import { findFirst } from './select.ts';

/** When this would leave: as the press says, else as it stands in the page. Nothing: now. */
export function timeOf(box: Box, root: Element, intent: SendIntent | undefined): Pick<Draft, 'sendAt' | 'scheduling'> {
  const also = intent?.control && alsoAt(box.hooks, root, intent.control, box.presses.get(root));
  if (also?.hooks.asks === 'time') return { scheduling: true };
  const clock = clockHere();
  if (!clock) return {};
  const said = also?.hooks.when && textsOf(also.hooks.when, also.element)[0];
  const sendAt = said === undefined ? box.hooks.when && standing(clock, box.hooks.when, root) : clock.whenOf(said);
  return sendAt === undefined ? {} : { sendAt };
}

function standing(
  { whenOf, whenOfFields }: Clock,
  { shown, fields, clock }: WhenHooks,
  root: Element,
): string | undefined {
  const named = readEvery(shown, root).map(({ text }) => whenOf(text));
  const { defaultView } = root.ownerDocument;
  if (!fields || !clock || !defaultView) return named.find((at) => at !== undefined);
  return whenOfFields(numbersIn(root, fields), numbersIn(root, clock), defaultView.performance.timeOrigin);
}

const numbersIn = (root: Element, fields: Selectors): readonly number[] =>
  fields.map((selector) => {
    const field = findFirst(root, [selector]);
    return field ? Number.parseInt(textOf(field, 'value'), 10) : Number.NaN;
  });
