import type { Draft } from '../../domain/draft.ts';

/** The ids of files whose words the background has. It may forget them when it sleeps, and says so. */
export type Told = Set<string>;

/** Words of files are many, and are told once: every pause in the writing asks again about the same ones. */
export const lighten = (draft: Draft, told: ReadonlySet<string>): Draft =>
  draft.attachments.length === 0
    ? draft
    : {
        ...draft,
        attachments: draft.attachments.map(({ share: _, reading, ...ref }) =>
          reading && !(ref.id && told.has(ref.id)) ? { ...ref, reading } : ref,
        ),
      };

export function remember(told: Told, { attachments }: Draft): void {
  for (const { id, reading } of attachments) if (id && reading) told.add(id);
}
