import { t } from '../platform/words.ts';
import { candidatesFor, meant, type Step } from './choices.ts';
import { kindOf, nameOf } from './names.ts';
import { pickByKeys, pickByPointer } from './pick.ts';
import type { Teaching } from './teach.ts';

/** In plain words what an element is: "The box “Tulis pesan”". */
export function inWords(element: Element): string {
  const kind = kindOf(element);
  const name = nameOf(element);
  return name === '' ? t(`teach_${kind}_bare`) : t(`teach_${kind}`, { name });
}

/** Lets the user point until something was chosen. Both ways at once: by pointer, and by keys while our stage has the focus. */
export function point(
  { window, panel, lesson, signal }: Teaching,
  step: Step,
  chosen: (element: Element) => void,
): void {
  const ended = new AbortController();
  const both = AbortSignal.any([ended.signal, signal]);
  const picking = {
    window,
    host: panel.host,
    meant: (element: Element) => meant(step, element),
    candidates: () => candidatesFor(step, window.document, lesson.text),
    onLook: (element: Element) => {
      panel.outline(element);
      panel.say(inWords(element));
    },
    onChoose: (element: Element) => {
      ended.abort();
      panel.outline(element);
      chosen(element);
    },
  };
  panel.keepClear(picking.candidates().slice(0, 8));
  pickByPointer(picking, both);
  pickByKeys(panel.stage, picking, both);
}
