import { type FormEvent, useState } from 'react';
import { CLASSES, type Classification } from '@/lib/domain/enums.ts';
import type { KipFlag } from '@/lib/domain/kip.ts';
import type { Change } from '@/lib/domain/op.ts';
import { type EmbargoAgreement, RELEASE_LANES, type Release, type ReleaseLane } from '@/lib/domain/topic.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { ZONES, zoneIn } from '@/lib/domain/zone.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { onEscape } from '../kit/escape.ts';
import { TextArea, TextField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';
import { PersonPicker } from './person-picker.tsx';
import { ReleaseKip } from './release-kip.tsx';
import { lines } from './term-form.tsx';
import type { KnownPerson } from './terms.tsx';
import type { Write } from './write.ts';
import { instantIn, partsIn } from './zones.ts';

interface Props {
  readonly release?: Release;
  readonly names: ReadonlyMap<string, string>;
  readonly find: (query: string) => Promise<readonly KnownPerson[]>;
  readonly write: Write;
  readonly onDone: () => void;
}

/** A text under embargo: its phrases, the moment with its zone, how secret it is until then, and who agreed to wait. */
export function ReleaseForm({ release, names, find, write, onDone }: Props) {
  const start = release ? partsIn(release.liftsAt, release.zone) : { day: '', time: '09:00' };
  const [title, setTitle] = useState(release?.title ?? '');
  const [phrases, setPhrases] = useState(release?.phrases.join('\n') ?? '');
  const [day, setDay] = useState(start.day);
  const [time, setTime] = useState(start.time);
  const [zone, setZone] = useState(release?.zone ?? 'WIB');
  const [secrecy, setSecrecy] = useState<Classification | ''>(release?.class ?? '');
  const [lane, setLane] = useState<ReleaseLane>(release?.lane ?? 'ordinary');
  const [kip, setKip] = useState<readonly KipFlag[]>(release?.kip ?? []);
  const [cleared, setCleared] = useState<readonly string[]>(release?.cleared ?? []);
  const [added, setAdded] = useState<ReadonlyMap<string, string>>(new Map());
  const [fresh, setFresh] = useState<readonly KnownPerson[]>([]);
  const [wrong, setWrong] = useState<string>();
  const done = (refused: Phrase | undefined): void => {
    setWrong(refused && writePhrase(refused));
    if (refused === undefined) onDone();
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const liftsAt = instantIn(day, time, zone);
    if (title.trim() === '') return setWrong(t('releases_need_title'));
    if (zoneIn(zone) === undefined) return setWrong(t('releases_need_zone', { zone }));
    if (liftsAt === undefined) return setWrong(t('releases_need_time'));
    const spoken = lines(phrases);
    const agreed = fresh.map(
      ({ id }): EmbargoAgreement => ({ personId: id, agreedAt: new Date().toISOString(), liftsAt, zone }),
    );
    const changes: readonly Change[] = [
      {
        kind: 'release',
        release: {
          title: title.trim(),
          phrases: spoken.length > 0 ? spoken : [title.trim()],
          liftsAt,
          zone,
          ...(secrecy === '' ? {} : { class: secrecy }),
          ...(cleared.length > 0 ? { cleared } : {}),
          ...(lane === 'ordinary' ? {} : { lane }),
          ...(lane === 'public_information' && kip.length > 0 ? { kip } : {}),
        },
      },
      ...agreed.map((agreement): Change => ({ kind: 'agreement', agreement })),
    ];
    done(await write(changes));
  };
  const already = release?.agreements.map(({ personId }) => personId) ?? [];
  return (
    <form
      className="form"
      aria-label={t('releases_form')}
      onSubmit={(event) => void save(event)}
      onKeyDown={onEscape(onDone)}
      noValidate
    >
      <TextField
        label={t('releases_title')}
        autoFocus
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextArea
        label={t('terms_phrases')}
        hint={t('releases_phrases_hint')}
        rows={2}
        value={phrases}
        onChange={(event) => setPhrases(event.target.value)}
      />
      <div className="form-grid">
        <TextField label={t('releases_day')} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        <TextField
          label={t('releases_time')}
          type="time"
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
        <TextField
          label={t('releases_zone')}
          hint={t('releases_zone_hint')}
          list="release-zones"
          value={zone}
          onChange={(event) => setZone(event.target.value.trim())}
        />
        <datalist id="release-zones">
          {Object.entries(ZONES).map(([name, place]) => (
            <option key={name} value={name}>
              {place}
            </option>
          ))}
        </datalist>
      </div>
      <div className="form-grid">
        <Select
          label={t('release_class')}
          value={secrecy}
          onChange={setSecrecy}
          options={[
            { value: '', label: t('release_class_none') },
            ...CLASSES.map((value) => ({ value, label: capital(t(`class_${value}`)) })),
          ]}
        />
        <Select
          label={t('release_lane')}
          hint={t('release_lane_hint')}
          value={lane}
          onChange={setLane}
          options={RELEASE_LANES.map((value) => ({ value, label: t(`lane_${value}`) }))}
        />
      </div>
      {lane === 'public_information' && <ReleaseKip flags={kip} onChange={setKip} />}
      <PersonPicker
        label={t('release_cleared')}
        chosen={cleared}
        nameOf={(id) => added.get(id) ?? names.get(id) ?? id}
        find={find}
        onAdd={(person) => {
          setCleared([...cleared, person.id]);
          setAdded(new Map([...added, [person.id, person.name]]));
        }}
        onRemove={(id) => setCleared(cleared.filter((one) => one !== id))}
      />
      <PersonPicker
        label={t('releases_who')}
        chosen={[...already, ...fresh.map(({ id }) => id)]}
        nameOf={(id) => fresh.find((person) => person.id === id)?.name ?? names.get(id) ?? id}
        find={find}
        onAdd={(person) => setFresh([...fresh, person])}
      />
      {wrong && (
        <Notice tone="bata" live>
          {wrong}
        </Notice>
      )}
      <p className="actions">
        <Button look="safe" type="submit">
          {t('kit_save')}
        </Button>
        <Button look="word" onClick={onDone}>
          {t('kit_cancel')}
        </Button>
        {release && (
          <Button look="quiet" onClick={() => void write([{ kind: 'removed' }]).then(done)}>
            {t('terms_remove')}
          </Button>
        )}
      </p>
    </form>
  );
}
