import { CloudOff, Eye, LockKeyhole } from 'lucide-react';
import { t } from '@/lib/platform/words.ts';

const POINTS = [
  ['reads', Eye],
  ['keeps', LockKeyhole],
  ['sends', CloudOff],
] as const;

export function WhatStep({ sites }: { readonly sites: readonly string[] }) {
  return (
    <>
      <dl className="welcome-points">
        {POINTS.map(([point, Icon]) => (
          <div key={point}>
            <dt>
              <Icon size={20} strokeWidth={1.75} aria-hidden />
              {t(`welcome_${point}_title`)}
            </dt>
            <dd>{t(`welcome_${point}`)}</dd>
          </div>
        ))}
      </dl>
      {sites.length > 0 && <p className="soft">{t('welcome_on', { sites: sites.join(', ') })}</p>}
    </>
  );
}
