import type { Draft } from '@/lib/domain/draft.ts';
import { t } from '@/lib/platform/words.ts';

/** Files that are still being read, each with how far it is. */
export function FilesRead({ draft }: { readonly draft: Draft }) {
  const files = draft.attachments.filter(({ state }) => state === 'waiting');
  return (
    <>
      <p>{t('warning_reading')}</p>
      <ul className="files-read">
        {files.map(({ name, id, share = 0 }) => (
          <li key={id ?? name}>
            <label>
              <span dir="auto">{name}</span>
              <progress value={share} max={1} />
            </label>
          </li>
        ))}
      </ul>
      <p className="soft">{t('warning_reading_skip')}</p>
    </>
  );
}
