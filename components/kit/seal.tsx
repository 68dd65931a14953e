import { t } from '@/lib/platform/words.ts';
import { classNames } from './class-names.ts';

/** `quiet`: nothing judged yet. `said`: notes that do not hold. `unread`: could not check. */
export type SealState = 'quiet' | 'clear' | 'said' | 'held' | 'unread';

interface Props {
  readonly state: SealState;
  readonly count?: number;
  readonly size?: number;
  /** A word stands beside it already. */
  readonly silent?: boolean;
}

/** The mark: a round stamp with an open ring, which a check closes. The same drawing is the icon (`assets/icon.svg`). */
export function Seal({ state, count = 0, size = 22, silent = false }: Props) {
  const label = state === 'said' ? t('seal_said', { count }) : t(`seal_${state}`);
  return (
    <svg
      className={classNames('seal', `seal-${state}`)}
      viewBox="0 0 128 128"
      width={size}
      height={size}
      role={silent ? undefined : 'img'}
      aria-hidden={silent || undefined}
      aria-label={silent ? undefined : label}
    >
      <Drawing state={state} count={count} />
    </svg>
  );
}

function Drawing({ state, count }: { readonly state: SealState; readonly count: number }) {
  if (state === 'held')
    return (
      <>
        <circle className="seal-disc" cx="64" cy="64" r="60" />
        {count > 0 ? <Count of={count} /> : <path className="seal-bar" d="M36 64H92" />}
      </>
    );
  if (state === 'said' || state === 'unread')
    return (
      <>
        <circle className="seal-ring" cx="64" cy="64" r="54" />
        {state === 'said' ? <Count of={count} /> : <text {...MIDDLE}>?</text>}
      </>
    );
  return (
    <>
      <path className="seal-ring" d="M83.5 15.8A52 52 0 1 0 115.7 58.6" />
      {state === 'clear' && <path className="seal-ring" d="M42 62 62 82 110 24" />}
    </>
  );
}

const MIDDLE = { x: 64, y: 66, textAnchor: 'middle', dominantBaseline: 'central' } as const;
const Count = ({ of }: { readonly of: number }) => <text {...MIDDLE}>{of > 9 ? '9+' : of}</text>;
