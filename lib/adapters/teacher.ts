import { browser } from '../platform/browser.ts';

const KEY = 'teacher';

/** Who teaches here: a random mark, made at the first lesson. It goes along with what is exported, and says no more than "the same one". */
export async function teacherId(): Promise<string> {
  const { [KEY]: known } = await browser.storage.local.get(KEY);
  if (typeof known === 'string') return known;
  const made = crypto.randomUUID();
  await browser.storage.local.set({ [KEY]: made });
  return made;
}
