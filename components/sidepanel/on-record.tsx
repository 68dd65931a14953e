import type { PersonState } from '@/lib/domain/person.ts';
import { t } from '@/lib/platform/words.ts';
import { Disclosure } from '../kit/disclosure.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { capital } from '../kit/sentence.ts';
import { scopeWords } from '../ledger/suppressions.tsx';

/** What they asked for, who wrote last, and what was noted: what one would ask a colleague before writing. */
export function OnRecord({ state }: { readonly state: PersonState }) {
  return (
    <div className="card-lines">
      <Asked state={state} />
      <p className="small soft">{lastWords(state)}</p>
      <Notes state={state} />
    </div>
  );
}

function Asked({ state: { requests, suppressions } }: { readonly state: PersonState }) {
  const open = requests.filter((request) => request.state === 'open');
  if (open.length + suppressions.length === 0) return null;
  return (
    <div>
      <h3 className="field-label">{t('panel_asked')}</h3>
      <ul className="small">
        {suppressions.map((one) => (
          <li key={one.id} dir="auto">
            {capital(scopeWords(one.scope))} · {t('kit_since', { at: writeInstant(one.since) })}
            {one.source && ` · ${one.source}`}
          </li>
        ))}
        {open.map((request) => (
          <li key={request.id}>
            {t('panel_request_since', {
              what: t(`panel_request_${request.type}`),
              at: writeInstant(request.receivedAt),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function lastWords({ contacts }: PersonState): string {
  const last = contacts.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
  if (!last) return t('panel_never_written');
  return t('panel_last', {
    at: writeInstant(last.at),
    channel: t(`channel_${last.channel}`),
    purpose: t(`purpose_${last.purpose}`),
  });
}

/** The newest is read at once, the older ones on demand. */
function Notes({ state: { notes } }: { readonly state: PersonState }) {
  const [newest, ...older] = notes.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  if (!newest) return null;
  return (
    <div>
      <h3 className="field-label">{t('panel_notes')}</h3>
      <p className="small" dir="auto">
        {newest.text}
      </p>
      {older.length > 0 && (
        <Disclosure inline summary={t('panel_more_notes', { count: older.length })}>
          <ul className="small card-notes">
            {older.map((note) => (
              <li key={note.id} dir="auto">
                {note.text}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
