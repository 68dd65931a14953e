/** A text in which words are found whatever their case, accents and spaces; places are those of the original. */
export interface FoldedText {
  /** UTF-16 offsets [start, end) of each time that the words stand there whole. */
  find(words: string): readonly (readonly [number, number])[];
}

export function foldedText(text: string): FoldedText {
  let folded = '';
  const places: number[] = [];
  let index = 0;
  for (const letter of text) {
    const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s/g, ' ').toLowerCase();
    // Several spaces count as one.
    if (plain !== ' ' || !folded.endsWith(' ')) {
      folded += plain;
      for (let unit = 0; unit < plain.length; unit++) places.push(index);
    }
    index += letter.length;
  }
  places.push(text.length);
  return {
    find(words) {
      const wanted = words.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
      const found: (readonly [number, number])[] = [];
      if (wanted === '') return found;
      for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
        const end = at + wanted.length;
        if (isLetter(folded[at - 1]) && isLetter(wanted[0])) continue;
        if (isLetter(folded[end]) && isLetter(wanted.at(-1))) continue;
        const start = places[at];
        if (start !== undefined) found.push([start, places[end] ?? text.length]);
      }
      return found;
    },
  };
}

const isLetter = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
