/** One piece of a recipient field. `address` is absent where the words hold none ("Ayu", before autocompletion). */
export interface Entry {
  readonly words: string;
  readonly address?: string;
  readonly name?: string;
}

/** Reads a recipient field as Roundcube does: pieces by comma, semicolon or line; bare addresses also by space. */
export function entriesIn(text: string): readonly Entry[] {
  return pieces(text).flatMap((piece): readonly Entry[] => {
    const bracketed = /^(.*)<\s*([^<>\s]+@[^<>\s]+)\s*>[^<>]*$/s.exec(piece);
    if (bracketed) {
      const name = unquoted(bracketed[1] ?? '');
      const address = bracketed[2] ?? '';
      return [{ words: piece, address, ...(name === '' ? {} : { name }) }];
    }
    const bare = piece.match(/[^\s<>"]+@[^\s<>"]+/g);
    return bare ? bare.map((address) => ({ words: address, address })) : [{ words: piece }];
  });
}

const unquoted = (name: string): string =>
  name
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\\(["\\])/g, '$1');

/** Separators inside quotes or angle brackets belong to the piece. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  let piece = '';
  let quoted = false;
  let bracketed = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (quoted && sign === '\\') {
      piece += sign + text.charAt(++i);
      continue;
    }
    if (sign === '"' && !bracketed) quoted = !quoted;
    else if (!quoted && sign === '<') bracketed = true;
    else if (!quoted && sign === '>') bracketed = false;
    if (!quoted && !bracketed && /[,;\r\n]/.test(sign)) {
      found.push(piece);
      piece = '';
    } else piece += sign;
  }
  // A quote or bracket that never closes would swallow the rest of the list: read such text without them.
  if (quoted || bracketed)
    return [...found, ...piece.replace(/["<>]/g, ' ').split(/[,;\r\n]/)].map(trimmed).filter(Boolean);
  return [...found, piece].map(trimmed).filter(Boolean);
}

const trimmed = (piece: string): string => piece.trim();
