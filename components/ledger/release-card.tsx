import type { Release } from '@/lib/domain/topic.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { capital } from '../kit/sentence.ts';
import { ReleaseAgreements } from './release-agreements.tsx';
import { ReleaseApproval } from './release-approval.tsx';
import { kipWords } from './release-kip.tsx';
import type { KnownPerson } from './terms.tsx';
import type { Write } from './write.ts';
import { inZone } from './zones.ts';

interface Props {
  readonly release: Release;
  readonly names: ReadonlyMap<string, string>;
  readonly now: string;
  readonly find: (query: string) => Promise<readonly KnownPerson[]>;
  readonly write: Write;
  readonly onEdit: () => void;
}

/** One release as it stands: until when, how secret, who agreed, and how far its approval is. */
export function ReleaseCard({ release, names, now, find, write, onEdit }: Props) {
  const { liftsAt, zone, lane, kip = [], cleared = [] } = release;
  return (
    <article className="topic release">
      <p>
        <strong dir="auto">{release.title}</strong>
      </p>
      <Button
        look="word"
        data-opens={`release:${release.id}`}
        aria-label={t('terms_edit_one', { name: release.title })}
        onClick={onEdit}
      >
        {t('person_edit')}
      </Button>
      <div className="release-more">
        <p className="soft small" dir="auto">
          {[
            t(liftsAt > now ? 'releases_lifts' : 'releases_lifted', { at: inZone(liftsAt, zone) }),
            liftsAt > now && t('releases_here', { at: writeInstant(liftsAt, 'moment') }),
            release.phrases.filter((phrase) => phrase !== release.title).join(' · '),
            release.class && capital(t(`class_${release.class}`)),
            cleared.length > 0 && t('terms_cleared', { names: cleared.map((id) => names.get(id) ?? id).join(', ') }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {lane === 'public_information' && (
          <p className="small">
            {t('lane_public_information')}: {kipWords(kip)}
            {kip.length > 0 && ` (${kip.map((flag) => t(`kip_${flag.class}`)).join(', ')})`}
          </p>
        )}
        <ReleaseAgreements release={release} names={names} find={find} write={write} />
        <ReleaseApproval release={release} write={write} />
      </div>
    </article>
  );
}
