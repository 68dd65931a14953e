import { FileUp, Users } from 'lucide-react';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import type { WelcomeActs, WelcomeView } from './view.ts';

export function ListStep({ view, acts }: { readonly view: WelcomeView; readonly acts: WelcomeActs }) {
  return (
    <ul className="welcome-ways">
      <li>
        <a className="button" href={view.links.importList} target="_blank" rel="noreferrer">
          <FileUp size={16} strokeWidth={1.75} aria-hidden />
          {t('welcome_import')}
        </a>
        <p className="soft small">{t('welcome_import_hint')}</p>
      </li>
      <li>
        {view.taken === undefined ? (
          <Button icon={Users} aria-disabled={view.busy || undefined} onClick={() => !view.busy && acts.takeSample()}>
            {t('welcome_sample')}
          </Button>
        ) : (
          <Notice tone="daun" live>
            {t('welcome_sample_done', { count: view.taken })}
          </Notice>
        )}
        <p className="soft small">{t('welcome_sample_hint')}</p>
      </li>
    </ul>
  );
}
