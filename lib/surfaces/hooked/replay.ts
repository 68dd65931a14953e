import { never } from '../../domain/result.ts';
import type { BoxHooks } from '../hooks.ts';
import type { ReplayStep, SendIntent } from '../surface.ts';
import { editorOf } from './body.ts';
import { findSend } from './controls.ts';
import { enterIsNewline } from './intent.ts';

const DEFAULT = ['click', 'submit', 'enter', 'ask'] as const;

/** Found anew: pages render Send again while the warning is open. */
export function replayOf(box: BoxHooks, root: Element, intent: SendIntent): readonly ReplayStep[] {
  const order = box.replay ?? DEFAULT;
  const isPlain = intent.how === 'send' && (!intent.content || intent.content === box.content);
  if (box.enterUnsure && isPlain && !intent.control) return [...enter(box, root), { kind: 'ask' }];
  const send = findSend(box, root);
  const own = intent.control?.isConnected ? intent.control : undefined;
  // What sends something else than the words, or later, is pressed itself or not at all.
  const isSend = !own || send.guarded.length === 0 || send.guarded.includes(own);
  const control = isPlain && isSend ? (send.agreed ?? send.guarded[0] ?? own) : own;
  return order.flatMap((way): readonly ReplayStep[] => {
    switch (way) {
      case 'click':
      case 'pointer':
        return control ? [{ kind: way, element: control }] : [];
      case 'submit':
        return isPlain ? submit(box, root, control) : [];
      case 'enter':
        return isPlain ? enter(box, root) : [];
      case 'ask':
        return [{ kind: 'ask' }];
      default:
        return never(way);
    }
  });
}

function submit(box: BoxHooks, root: Element, control: HTMLElement | undefined): readonly ReplayStep[] {
  const form = editorOf(box, root)?.closest('form') ?? root.closest('form') ?? root.querySelector('form');
  if (!form) return [];
  const submitter =
    control?.matches('button[type="submit"], button:not([type]), input[type="submit"]') && form.contains(control);
  return [{ kind: 'submit', form, ...(submitter && control && { submitter: control }) }];
}

function enter(box: BoxHooks, root: Element): readonly ReplayStep[] {
  const element = editorOf(box, root);
  const ctrl = box.keys === 'mod-enter' || enterIsNewline(box, root);
  return element ? [{ kind: 'enter', element, ...(ctrl && { ctrl }) }] : [];
}
