import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { t } from '@/lib/platform/words.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

interface Props {
  readonly children: ReactNode;
  /** Another value (another room) tries anew. */
  readonly about?: string;
  /** Of a message that waits: it stays held, and this is what can be done. */
  readonly held?: ReactNode;
}

/** What cannot be shown says so in its place; the rest of the page goes on. */
export function Boundary({ children, about, held }: Props) {
  return (
    <ErrorBoundary
      resetKeys={[about]}
      fallbackRender={({ error, resetErrorBoundary }) => (
        <div className="page boundary" role="alert">
          <Notice tone="bata">{t('boundary_what')}</Notice>
          <p>{t(held ? 'boundary_held' : 'boundary_kept')}</p>
          <p className="soft small">{error instanceof Error ? error.message : String(error)}</p>
          <div className="actions">
            {held ?? (
              <Button look="safe" onClick={resetErrorBoundary}>
                {t('boundary_again')}
              </Button>
            )}
          </div>
        </div>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
