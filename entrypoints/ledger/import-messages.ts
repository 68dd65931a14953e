import type { Desk } from '@/lib/exchange/desk.ts';

/** What can be asked of a desk from elsewhere; how long a step is watched goes by messages of its own. */
export type Step = Exclude<keyof Desk, 'close'>;
type Without<T extends readonly unknown[]> = T extends readonly [...infer Head, { readonly pause: unknown }] ? Head : T;
export type Asked<S extends Step> = Without<Parameters<Desk[S]>>;

/** Page → worker. `close`: cancel all, and go. */
export type Question =
  | { readonly [S in Step]: { readonly id: number; readonly step: S; readonly asked: Asked<S> } }[Step]
  | { readonly cancel: number }
  | { readonly close: true };

/**
 * Worker → page. `thrown`: what it said; `changed`: the ledger moved; `alive`: the name of a lock that it holds for as
 * long as it lives, by which its end is noticed however it came.
 */
export type Answer =
  | { readonly alive: string }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly thrown: string }
  | { readonly id: number; readonly done: number; readonly total: number }
  | { readonly changed: true };
