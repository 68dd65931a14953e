import type { SiteHooks } from './hooks.ts';
import type { whenOf, whenOfFields } from './when.ts';

/** Reads moments as pages write them. A script of its own: most pages show none. */
export interface Clock {
  readonly whenOf: typeof whenOf;
  readonly whenOfFields: typeof whenOfFields;
}

/** A name in our own world of a page, which the page does not see. */
const CLOCK = 'izinClock';

export const offerClock = (clock: Clock): void => void Reflect.set(globalThis, CLOCK, clock);

/** Without one no time is read: then every message is judged as leaving now. */
export const clockHere = (): Clock | undefined => Reflect.get(globalThis, CLOCK) as Clock | undefined;

/** Whether these hooks name a place where a time stands. */
export const readsTime = ({ boxes }: Pick<SiteHooks, 'boxes'>): boolean =>
  boxes.some(({ when, also = [] }) => when !== undefined || also.some((control) => control.when !== undefined));
