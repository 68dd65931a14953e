/** Text gathered from pieces of something longer, and the way back from an offset in it. */
export interface Gathered<At> {
  readonly text: string;
  at(offset: number): At;
}

const INTRO = /^(?:On|Pada)\b.*\b(?:wrote|menulis):\s*$/;

/** Plain text: lines with `>` and the line that announces them are quoted, all others are the writer's own. */
export function ownAndQuoted(value: string): {
  readonly own: Gathered<number>;
  readonly quoted: Gathered<number>;
  readonly isReply: boolean;
} {
  const lines = value.split('\n');
  const isQuote = (line: string | undefined): boolean => line?.startsWith('>') ?? false;
  const isIntro = (line: string, next: string | undefined): boolean => INTRO.test(line) && isQuote(next);
  const own = gather();
  const quoted = gather();
  let isReply = false;
  let offset = 0;
  lines.forEach((line, i) => {
    const intro = isIntro(line, lines[i + 1]);
    isReply ||= intro;
    (intro || isQuote(line) ? quoted : own).add(line, offset);
    offset += line.length + 1;
  });
  return { own: own.done(), quoted: quoted.done(), isReply };
}

function gather(): { add(line: string, offset: number): void; done(): Gathered<number> } {
  const starts: { readonly here: number; readonly there: number }[] = [];
  const lines: string[] = [];
  let length = 0;
  return {
    add(line, offset) {
      starts.push({ here: length, there: offset });
      lines.push(line);
      length += line.length + 1;
    },
    done: () => ({
      text: lines.join('\n'),
      at(offset) {
        const line = starts.findLast(({ here }) => here <= offset);
        return line ? line.there + offset - line.here : 0;
      },
    }),
  };
}

export interface Spot {
  readonly node: Text;
  readonly offset: number;
}

const BLOCKS = new Set([
  'P',
  'DIV',
  'LI',
  'UL',
  'OL',
  'TR',
  'TABLE',
  'BLOCKQUOTE',
  'PRE',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HR',
]);

/**
 * Rich text: as a reader sees it, a block a line. Not innerText: that makes the page lay itself out at every
 * keystroke, and it has no way back from an offset to a node.
 */
export function richPieces(editor: HTMLElement): {
  readonly own: Gathered<Spot | undefined>;
  readonly quoted: Gathered<Spot | undefined>;
} {
  const parts = { own: richPart(), quoted: richPart() };
  const walk = (node: Node, quote: boolean): void => {
    const part = quote ? parts.quoted : parts.own;
    if (node.nodeType === Node.TEXT_NODE) part.words(node as Text);
    else if (node.nodeType === Node.ELEMENT_NODE) element(node as Element, quote, part);
  };
  const element = (node: Element, quote: boolean, part: RichPart): void => {
    if (node.tagName === 'BR') part.line();
    if (node.tagName === 'IMG') part.alt(node.getAttribute('alt') ?? '');
    const quoting = quote || node.tagName === 'BLOCKQUOTE' || node.id === 'reply-intro';
    const block = BLOCKS.has(node.tagName);
    if (block) (quoting ? parts.quoted : part).fresh();
    for (const child of node.childNodes) walk(child, quoting);
    if (block) (quoting ? parts.quoted : part).fresh();
  };
  walk(editor, false);
  return { own: parts.own.done(), quoted: parts.quoted.done() };
}

interface RichPart {
  words(node: Text): void;
  alt(words: string): void;
  line(): void;
  /** A new line, unless one has just begun. */
  fresh(): void;
  done(): Gathered<Spot | undefined>;
}

function richPart(): RichPart {
  const spots: { readonly here: number; readonly length: number; readonly node: Text }[] = [];
  let text = '';
  return {
    words(node) {
      spots.push({ here: text.length, length: node.data.length, node });
      text += node.data.replace(/\u00a0/g, ' ');
    },
    alt: (words) => {
      text += words;
    },
    line: () => {
      text += '\n';
    },
    fresh: () => {
      if (text !== '' && !text.endsWith('\n')) text += '\n';
    },
    done: () => ({
      text,
      at(offset) {
        const spot = spots.findLast(({ here, length }) => here <= offset && offset < here + length);
        return spot && { node: spot.node, offset: offset - spot.here };
      },
    }),
  };
}
