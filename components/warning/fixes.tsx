import type { Finding, Fix } from '@/lib/domain/verdict.ts';
import { isWord } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import type { Attempt } from './view.ts';

interface Props {
  readonly finding: Finding;
  readonly onFix: (attempt: Attempt) => void;
  readonly canGoTo: boolean;
  readonly disabled: boolean;
  readonly open?: Fix;
}

/** The safe one is a button, the others are words. */
export function Fixes({ finding, onFix, canGoTo, disabled, open }: Props) {
  const fixes = finding.fixes.filter((fix) => canGoTo || fix.kind !== 'go-to-it');
  return (
    <div className="fixes">
      {fixes.map((fix, at) => (
        <Button
          key={`${fix.kind} ${fix.addresses?.join() ?? ''} ${fix.place?.start ?? ''} ${fix.parts ?? ''}`}
          look={at === 0 ? 'safe' : 'word'}
          data-safe={at === 0 || undefined}
          data-fix={fix.kind}
          aria-disabled={disabled || undefined}
          aria-expanded={fix === open || undefined}
          onClick={() => !disabled && onFix({ finding, fix })}
        >
          {labelOf(fix, finding)}
        </Button>
      ))}
    </div>
  );
}

function labelOf(fix: Fix, finding: Finding): string {
  const [subject] = finding.subjects;
  const key = fix.label?.key ?? `fix_${fix.kind}`;
  const params = {
    count: fix.addresses?.length ?? Math.max(1, finding.subjects.length),
    name: subject?.name ?? subject?.address ?? '',
    ...fix.label?.params,
  };
  return isWord(key) ? writePhrase({ key, params }) : fix.kind;
}
