import type { Refusal } from '../domain/refusal.ts';
import type { Phrase } from '../domain/verdict.ts';

/** Why the domain did not accept a change, as a phrase whose values are words and dates. */
export function refusalPhrase({ code, params }: Refusal): Phrase {
  return {
    key: `refusal_${code.replaceAll('-', '_')}`,
    params: Object.fromEntries(Object.entries(params).map(written)),
  };
}

function written([name, value]: [string, string]): [string, string] {
  if (name === 'from' || name === 'to' || name === 'state')
    return [`${name}_word`, `state_${value === 'none' ? 'unknown' : value}`];
  if (name === 'by') return ['by_word', `relation_${value}`];
  if (name === 'since' || name === 'again' || name === 'until') return [`${name}_at`, value];
  return [name, value];
}
