import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface Props {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
  readonly inline?: boolean;
}

export function Disclosure({ summary, children, open, inline }: Props) {
  return (
    <details className={classNames('disclosure', inline && 'disclosure-inline')} open={open}>
      <summary>
        <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
        {summary}
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
}
