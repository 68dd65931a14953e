import type { Draft } from '@/lib/domain/draft.ts';
import { never } from '@/lib/domain/result.ts';
import type { Place } from '@/lib/domain/verdict.ts';

const AROUND = 90;

/** The exact words with the mark under them, and at most the line before and the line after. */
export function Quote({ draft, place }: { readonly draft: Draft; readonly place: Place }) {
  const { before, words, after } = around(draft, place);
  return (
    <blockquote className="quote" dir="auto">
      {before}
      <mark>{words}</mark>
      {after}
    </blockquote>
  );
}

function around(
  draft: Draft,
  place: Place,
): { readonly before: string; readonly words: string; readonly after: string } {
  const text = zoneOf(draft, place.zone);
  // The words are what the finding is about; a text that has changed meanwhile only loses its surroundings.
  if (text.slice(place.start, place.end) !== place.words) return { before: '', words: place.words, after: '' };
  return {
    before: tail(text.slice(0, place.start)),
    words: place.words,
    after: head(text.slice(place.end)),
  };
}

function tail(text: string): string {
  const lines = text.split('\n').slice(-2).join('\n').trimStart();
  return lines.length > AROUND ? `… ${lines.slice(-AROUND).replace(/^\S*\s/, '')}` : lines;
}

function head(text: string): string {
  const lines = text.split('\n').slice(0, 2).join('\n').trimEnd();
  return lines.length > AROUND ? `${lines.slice(0, AROUND).replace(/\s\S*$/, '')} …` : lines;
}

function zoneOf(draft: Draft, zone: Place['zone']): string {
  switch (zone) {
    case 'text':
      return draft.text;
    case 'subject':
      return draft.subject ?? '';
    case 'quoted':
      return draft.quoted ?? '';
    case 'attachment':
      return '';
    default:
      return never(zone);
  }
}
