import type { Phrase } from '@/lib/domain/verdict.ts';
import { Notice } from './notice.tsx';
import { writePhrase } from './phrase.tsx';

/** Why a press did not do what it said, told as it appears. */
export const Wrong = ({ phrase }: { readonly phrase: Phrase | undefined }) =>
  phrase && (
    <Notice tone="bata" live>
      {writePhrase(phrase)}
    </Notice>
  );
