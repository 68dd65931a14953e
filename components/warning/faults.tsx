import { Check } from 'lucide-react';
import { mayDismiss } from '@/lib/domain/rule-book.ts';
import type { Finding } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { keyOf } from './shown.ts';
import type { Fault, Faulted } from './view.ts';

interface Props {
  readonly finding: Finding;
  readonly faulted: readonly Faulted[];
  readonly onFault: (said: Faulted) => void;
}

/** One click away and out of the way: that this was no help, that it is wrong, that it need not be said again. */
export function Faults({ finding, faulted, onFault }: Props) {
  const mine = faulted.filter((one) => keyOf(one.finding) === keyOf(finding)).map(({ fault }) => fault);
  const faults: readonly Fault[] = mayDismiss(finding) ? ['not-useful', 'wrong', 'again'] : ['not-useful', 'wrong'];
  return (
    <p className="faults">
      {faults.map((fault) => {
        const said = mine.includes(fault);
        return (
          <Button
            key={fault}
            look="quiet"
            {...(said && { icon: Check })}
            aria-pressed={said}
            aria-disabled={said || undefined}
            onClick={() => !said && onFault({ finding, fault })}
          >
            {t(`warning_fault_${fault}`)}
          </Button>
        );
      })}
    </p>
  );
}
