import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Which of the words stand in clear, as one byte or two a sign, in any file below a folder whose path has `within`. */
export function wordsOnDisk(folder: string, within: RegExp, words: readonly string[]): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .filter((path) => within.test(path.slice(folder.length)));
  const found = files.flatMap((path) => {
    const bytes = readFileSync(path);
    return words.filter((word) => (['utf8', 'utf16le', 'latin1'] as const).some((as) => bytes.includes(word, 0, as)));
  });
  return [...new Set(found)];
}
