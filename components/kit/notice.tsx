import { Check, CircleAlert, Info, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from './chip.tsx';

const ICONS: Readonly<Record<Tone, LucideIcon>> = {
  daun: Check,
  kunyit: CircleAlert,
  bata: CircleAlert,
  nila: Info,
  plain: Info,
};

interface Props {
  readonly tone?: Tone;
  readonly children: ReactNode;
  /** Told by a screen reader as it appears. */
  readonly live?: boolean;
}

/** A line or two that stands in the page: what happened and what to do. */
export function Notice({ tone = 'nila', live = false, children }: Props) {
  const Icon = ICONS[tone];
  return (
    <div className={`notice notice-${tone}`} role={live ? 'status' : undefined}>
      <Icon size={18} strokeWidth={1.75} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
