/** Text gathered from lines of something longer, and the way back from an offset in it. */
export interface Gathered {
  readonly text: string;
  at(offset: number): number;
}

const INTRO = /^(?:On|Pada)\b.*\b(?:wrote|menulis):\s*$/;

/** Plain text: lines with `>` and the line that announces them are quoted, all others are the writer's own. */
export function ownAndQuoted(value: string): {
  readonly own: Gathered;
  readonly quoted: Gathered;
  readonly isReply: boolean;
} {
  const lines = value.split('\n');
  const isQuote = (line: string | undefined): boolean => line?.startsWith('>') ?? false;
  const own = gather();
  const quoted = gather();
  let isReply = false;
  let offset = 0;
  lines.forEach((line, i) => {
    const intro = INTRO.test(line) && isQuote(lines[i + 1]);
    isReply ||= intro;
    (intro || isQuote(line) ? quoted : own).add(line, offset);
    offset += line.length + 1;
  });
  return { own: own.done(), quoted: quoted.done(), isReply };
}

function gather(): { add(line: string, offset: number): void; done(): Gathered } {
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
