import { useState } from 'react';
import type { Channel } from '@/lib/domain/enums.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Disclosure } from '../kit/disclosure.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Notice } from '../kit/notice.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { Table } from '../kit/table.tsx';

export interface KnownSite {
  readonly id: string;
  readonly name: string;
  readonly channel: Channel;
  readonly optional: boolean;
  /** Where it is known to live; empty: on everybody's own server. */
  readonly origins: readonly string[];
  readonly grade: 'real' | 'recorded' | 'reconstructed' | 'generic' | 'taught' | 'own';
  readonly by: string;
  readonly on: string;
}

interface Props {
  readonly sites: readonly KnownSite[];
  readonly allowed: readonly string[];
  readonly onWatch: (origins: readonly string[]) => Promise<Phrase | undefined>;
  readonly onForget: (origins: readonly string[]) => Promise<Phrase | undefined>;
}

const KINDS = ['mail', 'chat', 'post'] as const;
type Kind = (typeof KINDS)[number];

function kindOf(channel: Channel): Kind {
  if (channel === 'email') return 'mail';
  return channel === 'public_post' ? 'post' : 'chat';
}

/** Every adapter with the proof that it has, and no more. */
export function SitesKnown({ sites, allowed, onWatch, onForget }: Props) {
  const [wrong, setWrong] = useState<string>();
  const say = (refused: Phrase | undefined): void => setWrong(refused && writePhrase(refused));
  return (
    <section className="block" aria-labelledby="sites-known">
      <h2 id="sites-known">{t('sites_head')}</h2>
      <p className="soft">{t('sites_known_what')}</p>
      {wrong !== undefined && (
        <Notice tone="kunyit" live>
          {wrong}
        </Notice>
      )}
      {KINDS.map((kind) => (
        <Table
          key={kind}
          caption={t(`sites_kind_${kind}`)}
          showCaption
          rows={sites.filter(({ channel }) => kindOf(channel) === kind)}
          rowKey={({ id }) => id}
          columns={[
            { id: 'name', head: t('sites_name'), cell: ({ name }) => name },
            {
              id: 'how',
              head: t('sites_how'),
              cell: (site) => (
                <Watched
                  site={site}
                  allowed={allowed}
                  onWatch={() => void onWatch(site.origins).then(say)}
                  onForget={() => void onForget(site.origins).then(say)}
                />
              ),
            },
            { id: 'proof', head: t('sites_proof'), cell: (site) => <ProofOf {...site} /> },
          ]}
        />
      ))}
    </section>
  );
}

const ProofOf = ({ grade, by, on }: KnownSite) => (
  <Disclosure inline summary={`${t(`proof_${grade}`)} · ${writeInstant(on, 'short')}`}>
    <p className="soft small" lang="en">
      {by}
    </p>
  </Disclosure>
);

function Watched({
  site,
  allowed,
  onWatch,
  onForget,
}: {
  readonly site: KnownSite;
  readonly allowed: readonly string[];
  readonly onWatch: () => void;
  readonly onForget: () => void;
}) {
  const { name, optional, origins } = site;
  if (!optional) return t('sites_always');
  if (origins.length === 0) return t('sites_own_server');
  if (origins.every((origin) => allowed.includes(origin)))
    return (
      <>
        {t('sites_allowed')}{' '}
        <Button look="quiet" aria-label={t('sites_forget_one', { origin: name })} onClick={onForget}>
          {t('sites_forget')}
        </Button>
      </>
    );
  return (
    <Button look="word" aria-label={t('sites_turn_on_one', { name })} onClick={onWatch}>
      {t('sites_turn_on')}
    </Button>
  );
}
