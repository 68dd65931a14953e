import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, Ref } from 'react';
import { classNames } from './class-names.ts';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `safe`: the one thing to do. `plain`: a box. `word`: words alone. `quiet`: words that should not be pressed lightly. */
  readonly look?: 'safe' | 'plain' | 'word' | 'quiet' | 'danger';
  readonly icon?: LucideIcon;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', icon: Icon, className, children, type = 'button', ...rest }: Props) {
  return (
    <button {...rest} type={type} className={classNames('button', `button-${look}`, className)}>
      {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden />}
      {children}
    </button>
  );
}
