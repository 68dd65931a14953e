import { never } from '../domain/result.ts';
import { isThere } from '../surfaces/deep.ts';
import type { ReplayStep } from '../surfaces/surface.ts';
import { pressKey, pressPointer } from '../surfaces/typing.ts';

/** Does the first step that can be done, and no other: whether it worked is for the outcome to say. False: only the user can. */
export function replay(steps: readonly ReplayStep[]): boolean {
  const step = steps.find(isPossible);
  if (!step || step.kind === 'ask') return false;
  perform(step);
  return true;
}

function isPossible(step: ReplayStep): boolean {
  switch (step.kind) {
    case 'click':
    case 'pointer':
    case 'enter':
      return isThere(step.element) && (step.element.checkVisibility?.() ?? true) && !isOff(step.element);
    case 'submit':
      return isThere(step.form);
    case 'ask':
      return true;
    default:
      return never(step);
  }
}

/** A button that is off sends nothing, and says nothing of it. */
const isOff = (element: HTMLElement): boolean => element.matches(':disabled, [aria-disabled="true"]');

function perform(step: Exclude<ReplayStep, { kind: 'ask' }>): void {
  switch (step.kind) {
    case 'click':
      step.element.click();
      break;
    case 'pointer':
      pressPointer(step.element);
      break;
    case 'submit':
      step.form.requestSubmit(step.submitter);
      break;
    case 'enter':
      step.element.focus();
      pressKey(step.element, 'Enter', step.ctrl);
      break;
    default:
      never(step);
  }
}
