import { Download } from 'lucide-react';
import type { SavedList, SegmentRule } from '@/lib/domain/saved-list.ts';
import { FEWEST, type Narrow, type Readiness } from '@/lib/domain/segment.ts';
import type { LawRef } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { EditOrRemove } from '../kit/edit-or-remove.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Notice } from '../kit/notice.tsx';
import { capital, listed } from '../kit/sentence.ts';
import { type HalfSentence, Law } from '../warning/law.tsx';
import { ReadinessView } from './lists-readiness.tsx';

interface Props {
  readonly list: SavedList;
  readonly found: Readiness;
  readonly nameOf: (id: string) => string;
  /** The rows on assessing what a narrow segment does. */
  readonly law: readonly LawRef[];
  readonly half: HalfSentence;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  /** Absent: addresses of this channel are not exported. */
  readonly onExport?: () => void;
}

/** One list: its rule in words, who may be written to, and what to mind. */
export function ListPage(props: Props) {
  const { list, found, onEdit, onRemove, onExport } = props;
  const ready = found.places.ready.length;
  return (
    <article className="person" aria-labelledby="list-name">
      <header className="person-head">
        <div>
          <h1 id="list-name" dir="auto">
            {list.name}
          </h1>
          <p className="soft" dir="auto">
            {capital(ruleWords(list.rule))}
          </p>
        </div>
        <EditOrRemove
          edit={t('lists_edit')}
          remove={t('lists_remove')}
          sure={t('lists_sure')}
          onEdit={onEdit}
          onRemove={onRemove}
        />
      </header>
      <section className="block" aria-labelledby="ready-head">
        <h2 id="ready-head">{t('lists_ready_head')}</h2>
        <ReadinessView list={list} found={found} nameOf={props.nameOf} />
        <ReadinessNotes {...props} />
        {onExport && found.total > 0 && (
          <>
            <p>
              <Button icon={Download} disabled={ready === 0} onClick={onExport}>
                {t('lists_export', { count: ready })}
              </Button>
            </p>
            <p className="soft small">{t('lists_export_hint')}</p>
          </>
        )}
      </section>
    </article>
  );
}

/** What to mind before one writes: consent that ends, and a list that is too narrow. */
export function ReadinessNotes({ found, law, half, nameOf }: Pick<Props, 'found' | 'law' | 'half' | 'nameOf'>) {
  const { expiring, narrow } = found;
  const [soonest] = expiring;
  return (
    <>
      {soonest && (
        <Notice tone="kunyit">
          <p>
            {t('lists_expiring', { count: expiring.length })}{' '}
            <a href={`#/people/${soonest.id}`} dir="auto">
              {nameOf(soonest.id)}
            </a>
            {`, ${writeInstant(soonest.until, 'short')}`}
          </p>
        </Notice>
      )}
      {(narrow.few || narrow.children || narrow.specific.length > 0) && (
        <Notice tone="kunyit">
          <NarrowWords narrow={narrow} />
          <Law refs={law} half={half} />
        </Notice>
      )}
    </>
  );
}

function NarrowWords({ narrow }: { readonly narrow: Narrow }) {
  const { few, specific, children } = narrow;
  return (
    <p>
      {[
        few && `${t('lists_narrow_few', { few: FEWEST })} ${t('lists_narrow_policy')}`,
        specific.length > 0 && t('lists_narrow_specific', { what: listed(specific.map((kind) => t(`datum_${kind}`))) }),
        children && t('lists_narrow_children'),
        t('lists_narrow_what'),
      ]
        .filter(Boolean)
        .join(' ')}
    </p>
  );
}

/** The rule as one reads it: alternatives within a field, fields joined. */
function ruleWords(rule: SegmentRule): string {
  const or = (words: readonly string[] | undefined): string => (words ?? []).join(' / ');
  const parts = [
    or(rule.groups),
    or(rule.outlets),
    or(rule.topics),
    or(rule.clients),
    or(rule.roles?.map((role) => t(`role_${role}`))),
    or(rule.sources?.map((source) => t(`source_${source}`))),
    or(rule.ages?.map((age) => t(`age_${age}`))),
    or(rule.data?.map((kind) => t(`datum_${kind}`))),
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' · ') : t('lists_everybody');
}
