/**
 * Whether an id or a class was made by a machine: then it is another one tomorrow. When in doubt it is refused; there
 * are other marks.
 */
export function isGenerated(name: string): boolean {
  if (name.length < 2 || name.length > 60) return true;
  if (/[^\w-]/.test(name)) return true;
  if (/^(css|sc|jss|emotion|svelte|styles?)-[a-z0-9]{4,}/i.test(name)) return true;
  if (/\d{3,}/.test(name)) return true;
  // A counter at the end (`input-12`, `react-aria7`), or two numbers anywhere.
  if (/[-_]\d+$/.test(name) || (name.match(/\d+/g)?.length ?? 0) > 1) return true;
  return name.split(/[-_]+/).some(isNoWord);
}

/** Two letters and the number of a line of code are no word, and neither is what nobody can say. */
function isNoWord(part: string): boolean {
  if (part.length < 3) return /\d/.test(part) && part.length > 1 && !/^h[1-6]$/i.test(part);
  const letters = part.replace(/[^a-z]/gi, '');
  if (/[a-z]\d+[a-z]/i.test(part)) return true;
  if (/^[0-9a-f]{6,}$/i.test(part) && /\d/.test(part)) return true;
  // `x1n2onr6` and `gK2qXz` change case or kind in the middle; `sendButton` does it at a word.
  const words = part.split(/(?=[A-Z][a-z])/).filter((word) => word !== '');
  if (
    words.some((word) => /[a-z][A-Z]/.test(word) || (/^[A-Z]{2,}$/.test(word) && words.length > 1 && word.length > 3))
  )
    return true;
  if (letters.length < 5) return false;
  return !/[aeiouy]/i.test(letters) || words.some((word) => word.length >= 5 && !canBeSaid(word));
}

function canBeSaid(word: string): boolean {
  const vowels = word.match(/[aeiouy]/gi)?.length ?? 0;
  return vowels / word.length >= 0.18 && !/[bcdfghjklmnpqrstvwxz]{5,}/i.test(word);
}

export const stableClasses = (element: Element): readonly string[] =>
  [...element.classList].filter((name) => !isGenerated(name) && !STATES.test(name));

/** What an element is like now, not what it is. */
const STATES =
  /^(is|has|ng|ui-state)-|^(active|open|closed|hidden|visible|focus(ed)?|hover|selected|disabled|loading|empty|ready|first|last|odd|even)$/i;
