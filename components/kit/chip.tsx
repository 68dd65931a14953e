import { Check, CircleAlert, CircleHelp, CircleSlash, Clock, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ConsentState } from '@/lib/domain/enums.ts';
import { t } from '@/lib/platform/words.ts';

export type Tone = 'daun' | 'kunyit' | 'bata' | 'nila' | 'plain';

export function Chip({
  tone = 'plain',
  icon: Icon,
  children,
}: {
  readonly tone?: Tone;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}) {
  return (
    <span className={`chip chip-${tone}`}>
      {Icon && <Icon size={14} strokeWidth={1.75} aria-hidden />}
      {children}
    </span>
  );
}

const LOOKS: Readonly<Record<ConsentState | 'suppressed', readonly [Tone, LucideIcon]>> = {
  given: ['daun', Check],
  renewed: ['daun', Check],
  requested: ['nila', Clock],
  request_deferred: ['kunyit', Clock],
  refused: ['bata', CircleSlash],
  withdrawn: ['bata', CircleSlash],
  revoked: ['bata', CircleSlash],
  invalidated: ['bata', CircleAlert],
  expired: ['kunyit', Clock],
  unknown: ['plain', CircleHelp],
  suppressed: ['bata', CircleSlash],
};

/** A state is always shape, word and colour. */
export function StateWord({ state }: { readonly state: ConsentState | 'suppressed' }) {
  const [tone, icon] = LOOKS[state];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`state_${state}`)}
    </Chip>
  );
}
