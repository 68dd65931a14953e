import type { Draft } from '@/lib/domain/draft.ts';
import type { FilePart, FileReading, Hiding } from '@/lib/domain/file-reading.ts';
import type { Fix } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import type { Attempt } from './view.ts';

const SHOWN = 6;
const WORDS = 240;
const CHANGES: ReadonlySet<Hiding> = new Set(['comment', 'tracked']);

/** What of a file is meant, in its own words: where it stands, and how it begins. */
export function FileParts({ attempt: { fix }, draft }: { readonly attempt: Attempt; readonly draft: Draft }) {
  const reading = draft.attachments.find(({ name }) => name === fix.file)?.reading;
  const parts = reading ? partsOf(reading, fix.parts) : [];
  if (parts.length === 0) return <p className="guide">{t('warning_parts_none')}</p>;
  const more = parts.length - SHOWN;
  return (
    <>
      <ul className="file-parts">
        {parts.slice(0, SHOWN).map(({ where, text, hidden }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one reading never move
          <li key={at}>
            <p className="soft small">
              {[hidden && t(`hiding_${hidden}`), where.inside, where.sheet, where.author].filter(Boolean).join(' · ')}
            </p>
            <blockquote className="quote" dir="auto">
              {text.length > WORDS ? `${text.slice(0, WORDS)} …` : text}
            </blockquote>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="evidence">{t('warning_parts_more', { count: more })}</p>}
    </>
  );
}

function partsOf(reading: FileReading, which: Fix['parts']): readonly FilePart[] {
  switch (which) {
    case 'changes':
      return reading.parts.filter(({ hidden }) => hidden !== undefined && CHANGES.has(hidden));
    case 'people':
      return reading.parts.filter(({ where }) =>
        reading.tables.some((table) => table.people > 0 && table.where.sheet === where.sheet),
      );
    default:
      return reading.parts.filter(
        ({ hidden }) => hidden !== undefined && !CHANGES.has(hidden) && hidden !== 'properties',
      );
  }
}
