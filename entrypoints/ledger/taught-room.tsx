import { Notice } from '@/components/kit/notice.tsx';
import { TaughtCorrections } from '@/components/ledger/taught-corrections.tsx';
import { TaughtList } from '@/components/ledger/taught-list.tsx';
import { TaughtSigners } from '@/components/ledger/taught-signers.tsx';
import { TaughtSitePage } from '@/components/ledger/taught-site.tsx';
import { goBack, withoutSigner } from '@/lib/adapters/corrections.ts';
import { writeShelf } from '@/lib/adapters/shelf.ts';
import { fingerprintOf, isPublicKey } from '@/lib/adapters/signing.ts';
import { writeTaught } from '@/lib/adapters/taught-file.ts';
import { matchOf } from '@/lib/platform/permissions.ts';
import { t } from '@/lib/platform/words.ts';
import { download } from './download.ts';
import { goTo } from './route.ts';
import {
  BUILT_IN,
  deleteSite,
  guard,
  importSite,
  installCorrection,
  saveEdit,
  stopGuarding,
  trust,
} from './taught-acts.ts';
import { correctionViews, viewOf } from './taught-view.ts';
import { type Shelved, useShelf } from './use-shelf.ts';

/** `#/sites/taught`: what Izin learnt from people. With an id: one site of these. */
export function TaughtRoom({ id }: { readonly id?: string }) {
  const shelved = useShelf();
  if (shelved === undefined) return null;
  return id === undefined ? <All shelved={shelved} /> : <One key={id} id={id} shelved={shelved} />;
}

const isGuarded = ({ allowed }: Shelved, origin: string, isAllowed: boolean): boolean =>
  isAllowed && allowed.some((each) => `${each}/*` === matchOf(origin));

function All({ shelved }: { readonly shelved: Shelved }) {
  const { shelf } = shelved;
  const views = shelf.taught.map((site) => viewOf(site, isGuarded(shelved, site.origin, site.allowed)));
  return (
    <div className="page">
      <a className="back" href="#/sites">
        {t('taught_to_sites')}
      </a>
      <h1>{t('taught_title')}</h1>
      <TaughtList sites={views} onImport={importSite} />
      <TaughtCorrections
        corrections={correctionViews(shelf, BUILT_IN)}
        onInstall={installCorrection}
        onGoBack={(surface, version) => void writeShelf((now) => goBack(now, surface, version))}
      />
      <TaughtSigners
        signers={shelf.signers}
        fingerprintOf={async (key) => (isPublicKey(key) ? fingerprintOf(key) : undefined)}
        onTrust={trust}
        onForget={(fingerprint) => void writeShelf((now) => withoutSigner(now, fingerprint))}
      />
    </div>
  );
}

function One({ id, shelved }: { readonly id: string; readonly shelved: Shelved }) {
  const site = shelved.shelf.taught.find(({ hooks }) => hooks.id === id);
  if (!site)
    return (
      <div className="page">
        <a className="back" href="#/sites/taught">
          {t('taught_back')}
        </a>
        <Notice>{t('taught_gone')}</Notice>
      </div>
    );
  return (
    <TaughtSitePage
      site={viewOf(site, isGuarded(shelved, site.origin, site.allowed))}
      onGuard={() => guard(site)}
      onStop={() => stopGuarding(site)}
      onSave={(edit) => saveEdit(site, edit)}
      onExport={() => download(`izin-${site.hooks.name}.json`, writeTaught(site), 'application/json')}
      onDelete={() => void deleteSite(site).then(() => goTo('sites/taught'))}
    />
  );
}
