import type { ReactNode } from 'react';
import { Seal, type SealState } from './seal.tsx';

/** Teaches with one sentence and one action. */
export function EmptyState({
  sentence,
  action,
  // Large and alone, an open ring would look like something that is still on its way.
  seal = 'clear',
}: {
  readonly sentence: string;
  readonly action?: ReactNode;
  readonly seal?: SealState;
}) {
  return (
    <div className="empty">
      <Seal state={seal} size={56} silent />
      <p>{sentence}</p>
      {action}
    </div>
  );
}
