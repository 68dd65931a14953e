import type { Place } from '../../domain/verdict.ts';
import { goToInField, goToInText } from '../go-to.ts';
import { readText } from '../text.ts';
import { ownAndQuoted } from './text.ts';

export interface Body {
  readonly text: string;
  readonly quoted: string;
  readonly isReply: boolean;
  /** Selects a stretch of own or quoted text in the editor. */
  goTo(place: Place): boolean;
}

const frameOf = (doc: Document): HTMLIFrameElement | null => doc.querySelector('iframe#composebody_ifr');
const plainEditor = (doc: Document): HTMLTextAreaElement | null => doc.querySelector('textarea#composebody');
const richEditor = (doc: Document): HTMLElement | null =>
  frameOf(doc)?.contentDocument?.querySelector('body#tinymce') ?? null;

export const bodyEditor = (doc: Document): HTMLElement | null => (frameOf(doc) ? richEditor(doc) : plainEditor(doc));

/** The textarea stays empty or old while the HTML editor is open: the frame is what gets sent. */
export function readBody(doc: Document): Body | undefined {
  if (frameOf(doc)) {
    const editor = richEditor(doc);
    return editor ? readRich(editor) : undefined;
  }
  const area = plainEditor(doc);
  return area ? readPlain(area) : undefined;
}

function readPlain(area: HTMLTextAreaElement): Body {
  const { own, quoted, isReply } = ownAndQuoted(area.value);
  return {
    text: own.text,
    quoted: quoted.text,
    isReply,
    goTo(place) {
      const start = (place.zone === 'quoted' ? quoted : own).at(place.start);
      const found = goToInField(area, { ...place, start });
      // Chromium does not scroll a selection that a script made into sight.
      const above = area.value.slice(0, start).split('\n').length / area.value.split('\n').length;
      if (found) area.scrollTop = Math.max(0, above * area.scrollHeight - area.clientHeight / 2);
      return found;
    },
  };
}

const isQuote = (element: Element): boolean => element.tagName === 'BLOCKQUOTE' || element.id === 'reply-intro';

function readRich(editor: HTMLElement): Body {
  const own = readText(editor, isQuote);
  const quotes = [...editor.querySelectorAll('blockquote, #reply-intro')].filter(
    (quote) => quote.parentElement?.closest('blockquote') === null,
  );
  return {
    text: own.text,
    quoted: quotes.map((quote) => readText(quote).text).join('\n'),
    isReply: editor.querySelector('#reply-intro') !== null,
    goTo: (place) => goToInText(editor, place.zone === 'quoted' ? readText(editor) : own, place),
  };
}

const followed = new WeakSet<Document>();

/**
 * What is typed in the HTML editor happens in its frame, and this window hears nothing of it. So that the letter is
 * judged while it is written, the frame's own input is told here as input of the textarea that it stands for.
 */
export function followRichEditor(doc: Document): void {
  const inner = richEditor(doc)?.ownerDocument;
  if (!inner || followed.has(inner)) return;
  followed.add(inner);
  const tell = (): void => void plainEditor(doc)?.dispatchEvent(new Event('input', { bubbles: true }));
  for (const type of ['input', 'focusin']) inner.addEventListener(type, tell, { capture: true, passive: true });
}
