import type { AttachmentRef } from '../../domain/draft.ts';
import type { Place } from '../../domain/verdict.ts';
import { activeIn, containsDeep } from '../deep.ts';
import { goToInField, goToInText } from '../go-to.ts';
import type { BoxHooks } from '../hooks.ts';
import { readText, type TextMap } from '../text.ts';
import { isField, readEvery } from './read.ts';
import { find, isAny, outermost } from './select.ts';

/** One editor of a box; a post may have several, and they are one text. */
interface Part {
  readonly element: HTMLElement;
  readonly text: string;
  readonly start: number;
  readonly map?: TextMap;
}

export const editorsOf = (box: BoxHooks, root: Element): readonly HTMLElement[] =>
  outermost(find(root, box.editor).filter((each) => !isAny(each, box.not))) as readonly HTMLElement[];

/** The editor that has the caret, else the first. */
export function editorOf(box: BoxHooks, root: Element): HTMLElement | null {
  const editors = editorsOf(box, root);
  if (editors.length < 2) return editors[0] ?? null;
  const active = activeIn(root.ownerDocument);
  return editors.find((each) => containsDeep(each, active)) ?? editors[0] ?? null;
}

export function partsOf(box: BoxHooks, root: Element): readonly Part[] {
  // Slate keeps its placeholder inside the text.
  const skip = (element: Element): boolean =>
    element.hasAttribute('data-slate-placeholder') || (box.quoted !== undefined && isAny(element, box.quoted));
  let start = 0;
  return editorsOf(box, root).map((element) => {
    const map = isField(element) ? undefined : readText(element, skip);
    const part = { element, text: map?.text ?? (isField(element) ? element.value : ''), start, ...(map && { map }) };
    start += part.text.length + 1;
    return part;
  });
}

/** Slate fills an empty line with a mark of no width. Kept at its length until the end, so that places stay where they are. */
export const joined = (parts: readonly Part[]): string => {
  const text = parts.map((part) => part.text).join('\n');
  return text.replaceAll('\ufeff', '').trim() === '' ? '' : text;
};

export function quotedOf(box: BoxHooks, root: Element): string {
  if (!box.quoted) return '';
  const quotes = [root, ...editorsOf(box, root)].flatMap((scope) => find(scope, box.quoted));
  return outermost([...new Set(quotes)])
    .map((quote) => readText(quote).text)
    .join('\n');
}

export const attachmentsOf = (box: BoxHooks, root: Element): readonly AttachmentRef[] =>
  [...new Set(readEvery(box.attachments, root).map(({ text }) => text))].map((name) => ({ name }));

/** Selects a stretch of the text in the editor that holds it. */
export function goToText(box: BoxHooks, root: Element, place: Place): boolean {
  const parts = partsOf(box, root);
  const part = parts.findLast((each) => each.start <= place.start && each.text.includes(place.words));
  const at = part ?? parts.find((each) => each.text.includes(place.words));
  if (!at) return false;
  const within = { ...place, start: Math.max(0, place.start - at.start) };
  if (at.map) return goToInText(at.element, at.map, within);
  return isField(at.element) && goToInField(at.element, within);
}
