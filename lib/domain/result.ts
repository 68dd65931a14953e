/** An expected failure is a value; a bug throws. */
export type Result<T, E = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });

/** Ends every `switch` over a union: a new member without its case does not compile. */
export function never(value: never): never {
  throw new TypeError(`Unexpected case: ${JSON.stringify(value)}`);
}
