import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import type { Choices, ChoiceView, PreviewLine } from './import-view.ts';

interface Props {
  /** Those that may be somebody who is there already. */
  readonly lines: readonly PreviewLine[];
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
}

/** One word for all that are undecided. Nobody is joined without it, or without a word of their own. */
export function ImportAlike({ lines, choices, onChoices }: Props) {
  const open = lines.filter(({ line }) => !choices.has(line));
  if (open.length === 0) return null;
  const all = (choose: (line: PreviewLine) => ChoiceView | undefined): void => {
    const next = new Map(choices);
    for (const line of open) {
      const choice = choose(line);
      if (choice) next.set(line.line, choice);
    }
    onChoices(next);
  };
  return (
    <Notice tone="kunyit">
      <h3>{t('import_alike_head')}</h3>
      <p>{t('import_alike_what', { count: open.length })}</p>
      <fieldset className="actions">
        <legend className="told">{t('import_alike_all')}</legend>
        <Button
          look="word"
          onClick={() => all(({ candidates }) => candidates?.[0] && { kind: 'join', ref: candidates[0].ref })}
        >
          {t('import_alike_join_all')}
        </Button>
        <Button look="word" onClick={() => all(() => ({ kind: 'apart' }))}>
          {t('import_alike_apart_all')}
        </Button>
        <Button look="word" onClick={() => all(() => ({ kind: 'skip' }))}>
          {t('import_alike_skip_all')}
        </Button>
      </fieldset>
    </Notice>
  );
}
