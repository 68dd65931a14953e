import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { type KnownSite, SitesKnown } from './sites-known.tsx';
import { type OpenSite, SitesNow } from './sites-now.tsx';
import { SitesOwn } from './sites-own.tsx';

interface Props {
  /** Undefined: not asked yet. */
  readonly open: readonly OpenSite[] | 'unreachable' | undefined;
  readonly sites: readonly KnownSite[];
  /** Origins that the user allowed. */
  readonly allowed: readonly string[];
  /** Asks the browser; must be called from a click. */
  readonly onWatch: (origins: readonly string[]) => Promise<Phrase | undefined>;
  readonly onForget: (origins: readonly string[]) => Promise<Phrase | undefined>;
}

/** Where Izin watches, how it stands there now, and how well each site is proven. */
export function Sites({ open, sites, allowed, onWatch, onForget }: Props) {
  const known = new Set(sites.flatMap(({ origins }) => origins));
  return (
    <div className="page">
      <h1>{t('room_sites')}</h1>
      <SitesNow open={open} />
      <SitesOwn allowed={allowed.filter((origin) => !known.has(origin))} onWatch={onWatch} onForget={onForget} />
      <SitesKnown sites={sites} allowed={allowed} onWatch={onWatch} onForget={onForget} />
    </div>
  );
}
