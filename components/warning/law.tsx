import type { LawRef } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Chip } from '../kit/chip.tsx';
import { Disclosure } from '../kit/disclosure.tsx';

/** A row of a law with its plain half sentence, in the current language; empty where there is none. */
export type HalfSentence = (ref: LawRef) => string;

/** The articles that a finding rests on, each in plain words and with how well the row is verified. */
export function Law({ refs, half }: { readonly refs: readonly LawRef[]; readonly half: HalfSentence }) {
  if (refs.length === 0) return null;
  return (
    <Disclosure inline summary={refs.map((ref) => ref.article).join(' · ')}>
      <ul className="law">
        {refs.map((ref) => (
          <li key={`${ref.pack} ${ref.article}`}>
            <strong>{ref.article}</strong> {half(ref)}{' '}
            {ref.mark === 'NV' && <Chip tone="kunyit">{t('kit_not_verified')}</Chip>}
            {ref.mark === 'P' && <Chip>{t('warning_own_policy')}</Chip>}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
