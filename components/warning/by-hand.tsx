import { t } from '@/lib/platform/words.ts';
import { Notice } from '../kit/notice.tsx';
import type { Attempt } from './view.ts';

/** The page would not do it: what to do instead, with the exact addresses or words. */
export function ByHand({ attempt: { finding, fix } }: { readonly attempt: Attempt }) {
  const addresses = fix.addresses ?? finding.subjects.map((subject) => subject.address);
  const words = finding.places.map((place) => place.words);
  const [sentence, list] =
    fix.kind === 'move-to-bcc'
      ? [t('warning_hand_bcc'), addresses]
      : fix.kind === 'remove-people'
        ? [t('warning_hand_remove'), addresses]
        : fix.kind === 'remove-it'
          ? [t('warning_hand_words'), words]
          : fix.kind === 'remove-file'
            ? [t('warning_hand_file'), fix.file === undefined ? [] : [fix.file]]
            : [t('warning_hand_other'), []];
  return (
    <Notice tone="kunyit" live>
      <p>{sentence}</p>
      {list.length > 0 && (
        <ul className="exact">
          {[...new Set(list)].map((each) => (
            <li key={each} dir="auto">
              {each}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
