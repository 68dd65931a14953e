import { type FormEvent, useState } from 'react';
import { newId } from '@/lib/domain/new-op.ts';
import type { Note } from '@/lib/domain/person.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { TextArea } from '../kit/field.tsx';
import { Instant } from '../kit/instant.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import type { Write } from './write.ts';

/** Free words. The person may ask to read them, and that is said beside the field. */
export function Notes({ notes, write }: { readonly notes: readonly Note[]; readonly write: Write | undefined }) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<Phrase>();
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '') return;
    const refused = await write?.([
      { kind: 'note', note: { id: newId(), text: text.trim(), at: new Date().toISOString() } },
    ]);
    setWrong(refused);
    if (refused === undefined) setText('');
  };
  if (!write && notes.length === 0) return null;
  return (
    <section className="block" aria-labelledby="notes-head">
      <h2 id="notes-head">{t('notes_head')}</h2>
      <ul className="points">
        {notes.map((note) => (
          <li key={note.id}>
            <span className="soft small">
              <Instant at={note.at} style="short" />
            </span>
            <span dir="auto">{note.text}</span>
            {write && (
              <Button
                look="quiet"
                onClick={() => void write([{ kind: 'note-removed', noteId: note.id }]).then(setWrong)}
              >
                {t('points_remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {write && (
        <form className="form" onSubmit={(event) => void add(event)}>
          <TextArea
            label={t('notes_add')}
            hint={t('notes_hint')}
            rows={2}
            value={text}
            error={wrong && writePhrase(wrong)}
            onChange={(event) => setText(event.target.value)}
          />
          <p className="actions">
            <Button type="submit">{t('notes_keep')}</Button>
          </p>
        </form>
      )}
    </section>
  );
}
