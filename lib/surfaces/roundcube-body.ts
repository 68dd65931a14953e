import type { Place } from '../domain/verdict.ts';
import { ownAndQuoted, richPieces } from './roundcube-text.ts';

export interface Body {
  readonly text: string;
  readonly quoted: string;
  readonly isReply: boolean;
  /** Selects a stretch of own or quoted text in the editor. */
  select(place: Place): boolean;
}

const BLOCK = 'composebody';
export const plainEditor = (doc: Document): HTMLTextAreaElement | null => doc.querySelector(`textarea#${BLOCK}`);

/** The body of the HTML editor's frame; null while the letter is plain text. */
export function richEditor(doc: Document): HTMLElement | null {
  const frame = doc.querySelector<HTMLIFrameElement>(`iframe#${BLOCK}_ifr`);
  return frame?.contentDocument?.querySelector<HTMLElement>('body#tinymce') ?? null;
}

/** The textarea stays empty or old while the HTML editor is open: the frame is what gets sent. */
export function readBody(doc: Document): Body | undefined {
  if (doc.querySelector(`iframe#${BLOCK}_ifr`)) {
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
    select(place) {
      const part = place.zone === 'quoted' ? quoted : own;
      const start = part.at(place.start);
      const end = part.at(place.end - 1) + 1;
      if (area.value.slice(start, end) !== place.words) return false;
      area.focus();
      area.setSelectionRange(start, end);
      // Chromium does not scroll a selection that a script made into sight.
      const above = area.value.slice(0, start).split('\n').length / area.value.split('\n').length;
      area.scrollTop = Math.max(0, above * area.scrollHeight - area.clientHeight / 2);
      return true;
    },
  };
}

function readRich(editor: HTMLElement): Body {
  const { own, quoted } = richPieces(editor);
  return {
    text: own.text,
    quoted: quoted.text,
    isReply: editor.querySelector('#reply-intro') !== null,
    select(place) {
      const part = place.zone === 'quoted' ? quoted : own;
      const from = part.at(place.start);
      const to = part.at(place.end - 1);
      if (!from || !to || part.text.slice(place.start, place.end) !== place.words) return false;
      editor.focus();
      editor.ownerDocument.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset + 1);
      from.node.parentElement?.scrollIntoView({ block: 'center' });
      return true;
    },
  };
}
