import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Which of these surfaces the contract suite has no case for. */
export const missingCases = (surfaces: readonly string[]): readonly string[] =>
  surfaces.filter((id) => !existsSync(fileURLToPath(new URL(`../cases/${id}.case.ts`, import.meta.url))));
