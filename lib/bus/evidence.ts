import type { SaidWords } from '../domain/said.ts';
import { browser } from '../platform/browser.ts';
import { onSessionChange, sessionItem } from '../platform/session.ts';

/*
 * Words that wait to be recorded, on their way from the background to the side panel. In the memory of this browser
 * session alone, like all that a page showed: on disk only once the user records it, and then the excerpt.
 */

/** `nothing`: no words were selected. `said`: they wait for the user's word. */
export type Evidence =
  | { readonly kind: 'nothing'; readonly at: string }
  | { readonly kind: 'said'; readonly tabId: number; readonly said: SaidWords };

const KEY = 'evidence';

export const tellEvidence = (evidence: Evidence): Promise<void> => browser.storage.session.set({ [KEY]: evidence });
export const dropEvidence = (): Promise<void> => browser.storage.session.remove(KEY);
export const onEvidence = (changed: () => void, signal: AbortSignal): void => onSessionChange(KEY, changed, signal);

export async function evidenceNow(): Promise<Evidence | undefined> {
  const found = await sessionItem(KEY);
  return isEvidence(found) ? found : undefined;
}

const isEvidence = (value: unknown): value is Evidence =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'nothing' || (value.kind === 'said' && 'said' in value && typeof value.said === 'object'));
