import { useMemo, useState } from 'react';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { ListForm } from '@/components/ledger/lists-form.tsx';
import { ListPage, ReadinessNotes } from '@/components/ledger/lists-page.tsx';
import { ReadinessView } from '@/components/ledger/lists-readiness.tsx';
import type { Change } from '@/lib/domain/op.ts';
import { PERSONAL_SPACE, type PersonState } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { SavedList } from '@/lib/domain/saved-list.ts';
import { type Facets, readiness } from '@/lib/domain/segment.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { OUT_FIELDS, type OutField } from '@/lib/exchange/fields.ts';
import { WRITERS } from '@/lib/exchange/formats/registry.ts';
import { lawRefs } from '@/lib/law/articles.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { note, writer } from '@/lib/ledger/writing.ts';
import { t } from '@/lib/platform/words.ts';
import { download } from './download.ts';
import { half } from './law-words.ts';
import { pause } from './pause.ts';
import { goTo } from './route.ts';

interface Props {
  readonly ledger: Ledger;
  readonly policy: Policy;
  readonly people: readonly PersonState[];
  readonly facets: Facets;
  /** None: a new one. */
  readonly list: SavedList | undefined;
}

const BLANK: Pick<SavedList, 'rule' | 'channel'> = { rule: {}, channel: 'email' };

export function ListRoom({ ledger, policy, people, facets, list }: Props) {
  const [editing, setEditing] = useState(list === undefined);
  const [draft, setDraft] = useState<SavedList>();
  const [wrong, setWrong] = useState<Phrase>();
  const shown = (editing ? draft : undefined) ?? list ?? { ...BLANK, purpose: policy.purpose };
  const { rule, purpose, channel } = shown;
  const found = useMemo(
    () =>
      readiness(people, {
        rule,
        purpose,
        channel,
        at: new Date().toISOString(),
        region: policy.region,
        lawPacks: policy.lawPacks,
      }),
    [people, rule, purpose, channel, policy],
  );
  const names = useMemo(() => new Map(people.map(({ person }) => [person.id, person.name])), [people]);
  const nameOf = (id: string): string => names.get(id) ?? '';
  const law = { law: lawRefs(policy.lawPacks, 'assessment'), half };
  const write = (changes: readonly Change[]): Promise<Phrase | undefined> =>
    writer(ledger, PERSONAL_SPACE, 'space', PERSONAL_SPACE)(changes);
  const done = (): void => {
    setEditing(false);
    setDraft(undefined);
    if (list === undefined) goTo('lists');
  };
  const save = async (kept: SavedList): Promise<Phrase | undefined> => {
    const refused = await write([{ kind: 'list', list: kept }]);
    if (refused !== undefined) return refused;
    setEditing(false);
    setDraft(undefined);
    goTo(`lists/${kept.id}`);
    return undefined;
  };
  if (editing || list === undefined)
    return (
      <article className="person">
        <h1>{t(list ? 'lists_edit' : 'lists_new')}</h1>
        <ListForm
          list={list}
          purpose={policy.purpose}
          facets={facets}
          onDraft={setDraft}
          onSave={save}
          onCancel={done}
        />
        <section className="block" aria-labelledby="ready-head">
          <h2 id="ready-head">{t('lists_ready_head')}</h2>
          <ReadinessView list={shown} found={found} nameOf={nameOf} />
          <ReadinessNotes found={found} nameOf={nameOf} {...law} />
        </section>
      </article>
    );
  const remove = async (): Promise<void> => {
    const refused = await write([{ kind: 'list-removed', listId: list.id }]);
    setWrong(refused);
    if (refused === undefined) goTo('lists');
  };
  const field = OUT_FIELDS.find((one) => one === channel);
  return (
    <>
      {wrong && <Notice tone="bata">{writePhrase(wrong)}</Notice>}
      <ListPage
        list={list}
        found={found}
        nameOf={nameOf}
        {...law}
        onEdit={() => setEditing(true)}
        onRemove={() => void remove()}
        {...(field
          ? { onExport: () => void exportReady(ledger, people, new Set(found.places.ready), list, field) }
          : {})}
      />
    </>
  );
}

/** Only those who may be written to now leave, with what writing to them needs. The log is written before the file is handed over. */
async function exportReady(
  ledger: Ledger,
  people: readonly PersonState[],
  ready: ReadonlySet<string>,
  { name, purpose }: SavedList,
  field: OutField,
): Promise<void> {
  const csv = WRITERS.find(({ id }) => id === 'csv');
  if (csv === undefined) return;
  const at = new Date().toISOString();
  const chosen = people.filter(({ person }) => ready.has(person.id));
  const fields: readonly OutField[] = ['name', 'outlet', field];
  const running = { signal: new AbortController().signal, progress: () => undefined, pause };
  const blocks = await csv.writes.write(chosen, fields, { purpose, at }, running);
  await note(ledger, { kind: 'export', count: chosen.length, note: `${name}: ${fields.join(', ')}` });
  download(`${t('lists_file')}-${at.slice(0, 10)}${csv.writes.suffix}`, blocks, csv.writes.type);
}
