import type { ReactNode } from 'react';

/** For screen readers alone. */
export const Hidden = ({ children }: { readonly children: ReactNode }) => <span className="told">{children}</span>;
