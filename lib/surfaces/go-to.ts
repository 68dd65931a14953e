import type { Place } from '../domain/verdict.ts';
import type { TextMap } from './text.ts';

/** Selects the words in an input or textarea. False: they are not there any more. */
export function goToInField(field: HTMLInputElement | HTMLTextAreaElement, place: Place): boolean {
  const start = startOf(field.value, place);
  if (start < 0) return false;
  field.focus();
  field.setSelectionRange(start, start + place.words.length);
  return true;
}

/** Selects the words in a contenteditable and brings them into view. */
export function goToInText(editor: HTMLElement, map: TextMap, place: Place): boolean {
  const start = startOf(map.text, place);
  const from = pointAt(map, start);
  const to = pointAt(map, start + place.words.length);
  const selection = editor.ownerDocument.defaultView?.getSelection();
  if (start < 0 || !from || !to || !selection) return false;
  const range = editor.ownerDocument.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  editor.focus();
  selection.removeAllRanges();
  selection.addRange(range);
  from.node.parentElement?.scrollIntoView?.({ block: 'center' });
  return true;
}

/** The text may have moved since it was judged: the same words nearest to where they stood. */
function startOf(text: string, place: Place): number {
  if (place.words === '') return -1;
  if (text.startsWith(place.words, place.start)) return place.start;
  let best = -1;
  for (let at = text.indexOf(place.words); at >= 0; at = text.indexOf(place.words, at + 1)) {
    if (best < 0 || Math.abs(at - place.start) < Math.abs(best - place.start)) best = at;
  }
  return best;
}

function pointAt(map: TextMap, offset: number): { node: Text; offset: number } | undefined {
  const run = map.runs.findLast((each) => each.start <= offset);
  return run && { node: run.node, offset: Math.min(offset - run.start, run.node.length) };
}
