import { Undo2 } from 'lucide-react';
import { t, type WordKey } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Chip } from '../kit/chip.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { listed } from '../kit/sentence.ts';
import { type FileAnswer, TaughtFile } from './taught-file.tsx';
import type { CorrectionView } from './taught-view.ts';

interface Props {
  readonly corrections: readonly CorrectionView[];
  readonly onInstall: (text: string) => Promise<FileAnswer>;
  /** Without a version: to the hooks that Izin came with. */
  readonly onGoBack: (surface: string, version?: number) => void;
}

const TONES = { candidate: 'nila', used: 'daun', 'set-aside': 'kunyit', former: 'plain' } as const;

/** Hooks of built-in sites that a signed file put right, with every version to go back to. */
export function TaughtCorrections({ corrections, onInstall, onGoBack }: Props) {
  return (
    <section className="block" aria-labelledby="corrections-head">
      <h2 id="corrections-head">{t('correction_head')}</h2>
      <p className="soft">{t('correction_what')}</p>
      {corrections.map(({ surface, name, builtIn, versions }) => (
        <section key={surface} aria-label={name}>
          <h3>{name}</h3>
          <ul className="points">
            {versions.map(({ version, state, installedAt, signer, lacks }) => (
              <li key={version}>
                <span>
                  {t('correction_version', { version })} <Chip tone={TONES[state]}>{t(`correction_${state}`)}</Chip>
                  <span className="soft small block-line">
                    {t('correction_from', { on: writeInstant(installedAt), signer })}
                  </span>
                  {lacks.length > 0 && (
                    <span className="small block-line">
                      {t('correction_lacks', {
                        what: listed(lacks.map((each) => t(`correction_lack_${each}` as WordKey))),
                      })}
                    </span>
                  )}
                </span>
                {(state === 'former' || state === 'set-aside') && (
                  <Button look="word" icon={Undo2} onClick={() => onGoBack(surface, version)}>
                    {t('correction_go_back', { version })}
                  </Button>
                )}
              </li>
            ))}
            <li>
              <span>{t('correction_built_in', { version: builtIn })}</span>
              {versions.some(({ state }) => state === 'used' || state === 'candidate') ? (
                <Button look="word" icon={Undo2} onClick={() => onGoBack(surface)}>
                  {t('correction_go_built_in')}
                </Button>
              ) : (
                <Chip tone="daun">{t('correction_used')}</Chip>
              )}
            </li>
          </ul>
        </section>
      ))}
      <TaughtFile label={t('correction_install')} onFile={onInstall} />
    </section>
  );
}
