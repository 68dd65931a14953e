import type { Attempt } from '@/components/warning/view.ts';
import type { ToWarning } from '@/lib/bus/warning-port.ts';
import { never } from '@/lib/domain/result.ts';
import type { Fix, Place } from '@/lib/domain/verdict.ts';

type Can = Extract<ToWarning, { kind: 'held' }>['can'];
/** Who makes a fix: the page through its guard, a form that unfolds here, or the ledger in a tab of its own. */
export type FixWay =
  | { readonly kind: 'guard' }
  | { readonly kind: 'unfold' }
  | { readonly kind: 'go-to'; readonly place: Place }
  | { readonly kind: 'ledger'; readonly path: string }
  /** Back to the message, where it is done. */
  | { readonly kind: 'back' }
  /** The background is told not to ask about these again in this chat. */
  | { readonly kind: 'skip'; readonly addresses: readonly string[] };

export function wayOf({ finding, fix }: Attempt): FixWay {
  const place = fix.place ?? finding.places[0];
  const person = finding.subjects.find((subject) => subject.personId !== undefined)?.personId;
  switch (fix.kind) {
    case 'go-to-it':
      return place ? { kind: 'go-to', place } : { kind: 'unfold' };
    case 'open-record':
      return { kind: 'ledger', path: person ? `#/people/${person}` : '#/people' };
    case 'unlock':
      return { kind: 'ledger', path: '#/settings' };
    case 'record-permission':
      return { kind: 'ledger', path: person ? `#/people/${person}` : '#/people' };
    case 'record-agreement':
      // Which release it is about is said by the fix; where it is not, the ledger's own page asks.
      return fix.releaseId ? { kind: 'unfold' } : { kind: 'ledger', path: '#/terms' };
    case 'record-consent':
    case 'add-person':
    case 'send-one-by-one':
    case 'ask-consent':
    case 'ask-to-agree':
    case 'change-purpose':
    case 'report':
    case 'bind-chat':
    case 'choose-person':
    case 'show-members':
    case 'send-later':
    case 'show-opt-out':
    case 'show-parts':
    case 'open-file':
      return { kind: 'unfold' };
    case 'skip-thread':
      return { kind: 'skip', addresses: fix.addresses ?? [] };
    case 'back-to-attach':
      return { kind: 'back' };
    case 'move-to-bcc':
    case 'remove-file':
    case 'remove-people':
    case 'remove-it':
    case 'check-again':
    case 'reload-page':
      return { kind: 'guard' };
    default:
      return never(fix.kind);
  }
}

/** False: this page gives no way, so the warning says at once what to do by hand. */
export function canDo(fix: Fix, can: Can): boolean {
  if (fix.kind === 'move-to-bcc') return can.moveToBcc;
  if (fix.kind === 'remove-people') return can.remove;
  if (fix.kind === 'remove-file') return can.removeFile === true;
  return fix.kind !== 'remove-it';
}
