import type { Draft, ReadProblem } from '../domain/draft.ts';
import type { Composer, Surface } from '../surfaces/surface.ts';

/** What a page said about a correction. */
export type TrialOutcome =
  | { readonly kind: 'used' }
  | { readonly kind: 'set-aside'; readonly lacks: readonly (ReadProblem | 'composer')[] };

type Lack = Extract<TrialOutcome, { kind: 'set-aside' }>['lacks'][number];

/**
 * A built-in surface with its correction, both asked on the live page. The correction speaks for a box only where it
 * finds what the built-in finds, or more; whatever the built-in takes for a send is held all the same.
 */
export function onTrial(builtIn: Surface, correction: Surface, tell: (outcome: TrialOutcome) => void): Surface {
  /** Decided for this box of this page: a message keeps its reader while it is open. */
  const settled = new WeakMap<Element, 'built-in' | 'correction'>();
  const told = new Set<TrialOutcome['kind']>();
  const say = (outcome: TrialOutcome): void => {
    if (told.has(outcome.kind)) return;
    told.add(outcome.kind);
    tell(outcome);
  };

  function choose(old: Composer | null, fresh: Composer | null): Composer | null {
    if (!old) return fresh;
    const before = settled.get(old.root);
    if (before) return before === 'correction' && fresh ? both(fresh, old) : old;
    const was = old.read();
    const lacks = fresh ? behind(was, fresh.read()) : (['composer'] as const);
    if (fresh && lacks.length === 0) {
      // Where something is still unread, the page may not be whole yet: looked at again next time.
      if (fresh.read().unreadable.length === 0) {
        settled.set(old.root, 'correction');
        say({ kind: 'used' });
      }
      return both(fresh, old);
    }
    if (was.unreadable.length === 0) {
      settled.set(old.root, 'built-in');
      say({ kind: 'set-aside', lacks });
    }
    return old;
  }

  return {
    ...builtIn,
    ...(correction.hooks && { hooks: correction.hooks }),
    applies: (location, document) => builtIn.applies(location, document) || correction.applies(location, document),
    composerAt: (target) => choose(builtIn.composerAt(target), correction.composerAt(target)),
    composers: (root) => {
      const old = builtIn.composers(root);
      const fresh = correction.composers(root);
      const touches = (a: Composer, b: Composer): boolean => a.root.contains(b.root) || b.root.contains(a.root);
      const kept = old.map((one) => choose(one, fresh.find((other) => touches(one, other)) ?? null));
      const more = fresh.filter((one) => !old.some((other) => touches(one, other)));
      return [...kept.filter((one) => one !== null), ...more];
    },
  };
}

const both = (fresh: Composer, old: Composer): Composer => ({
  ...fresh,
  sendIntent: (event) => fresh.sendIntent(event) ?? old.sendIntent(event),
});

/** What the built-in hooks read of this box and the others do not. */
function behind(was: Draft, now: Draft): readonly Lack[] {
  const lacks = new Set<Lack>(now.unreadable.filter((problem) => !was.unreadable.includes(problem)));
  const sees = new Set(now.recipients.map(({ field, address }) => `${field} ${address}`));
  const readsPeople = !was.unreadable.includes('recipients') && !was.unreadable.includes('identity');
  if (readsPeople && was.recipients.some(({ field, address }) => !sees.has(`${field} ${address}`)))
    lacks.add('recipients');
  if (was.text.trim() !== '' && now.text.trim() === '') lacks.add('body');
  if (now.attachments.length < was.attachments.length) lacks.add('attachments');
  if (was.content !== undefined && now.content === undefined) lacks.add('content');
  return [...lacks];
}
