import type { Purpose } from './enums.ts';
import { addDays, epoch } from './instant.ts';
import type { Contact, Instant, PersonState } from './person.ts';

/** Messages to this person in the days before `at`, by the whole team; for one purpose, if it is named. */
export function contactsWithin(state: PersonState, days: number, at: Instant, purpose?: Purpose): readonly Contact[] {
  const from = epoch(addDays(at, -days));
  return state.contacts.filter(
    (contact) =>
      epoch(contact.at) >= from &&
      epoch(contact.at) <= epoch(at) &&
      (purpose === undefined || contact.purpose === purpose),
  );
}
