import type { LawRef } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Chip } from '../kit/chip.tsx';
import { Disclosure } from '../kit/disclosure.tsx';

/** What a row of a law says, in the current language; empty where there is none. */
export interface LawWords {
  readonly says: string;
  /** Where the row was read, and in which month: `2026-11`. Our own policy has neither. */
  readonly source?: string;
  readonly read?: string;
}
export type HalfSentence = (ref: LawRef) => LawWords;

/** The articles that a finding rests on, each in plain words and with how well the row is verified. */
export function Law({ refs, half }: { readonly refs: readonly LawRef[]; readonly half: HalfSentence }) {
  if (refs.length === 0) return null;
  return (
    <Disclosure inline summary={refs.map((ref) => ref.article).join(' · ')}>
      <ul className="law">
        {refs.map((ref) => (
          <Row key={`${ref.pack} ${ref.article}`} law={ref} words={half(ref)} />
        ))}
      </ul>
    </Disclosure>
  );
}

function Row({ law, words: { says, source, read } }: { readonly law: LawRef; readonly words: LawWords }) {
  const known = source !== undefined && read !== undefined && (law.mark === 'V' || law.mark === 'V2');
  return (
    <li>
      <strong>{law.article}</strong> {says}{' '}
      {known && (
        <span className="soft small">{t(law.mark === 'V' ? 'kit_law_read' : 'kit_law_second', { source, read })}</span>
      )}
      {law.mark === 'NV' && <Chip tone="kunyit">{t('kit_not_verified')}</Chip>}
      {law.mark === 'P' && <Chip>{t('warning_own_policy')}</Chip>}
    </li>
  );
}
