import { KIP_CLASSES, KIP_OUTCOMES, KIP_ROWS, type KipClass, type KipFlag, kipAnswer } from '@/lib/domain/kip.ts';
import { SELF } from '@/lib/domain/person.ts';
import { t } from '@/lib/platform/words.ts';
import { Select } from '../kit/select.tsx';

const ANSWERS = {
  open: 'kip_answer_open',
  'test-needed': 'kip_answer_test_needed',
  exempt: 'kip_answer_exempt',
} as const;

/** What the flags come to, in words. */
export const kipWords = (flags: readonly KipFlag[]): string => t(ANSWERS[kipAnswer(flags)]);

interface Props {
  readonly flags: readonly KipFlag[];
  readonly onChange: (flags: readonly KipFlag[]) => void;
}

type Tested = (typeof KIP_OUTCOMES)[number] | 'not';

/** Which classes of Article 17 the text may touch, and what the PPID's test of each came to. */
export function ReleaseKip({ flags, onChange }: Props) {
  const toggle = (kip: KipClass): void =>
    onChange(
      KIP_CLASSES.flatMap((one): readonly KipFlag[] => {
        const known = flags.find((flag) => flag.class === one);
        if (one !== kip) return known ? [known] : [];
        return known ? [] : [{ class: kip }];
      }),
    );
  const tested = (kip: KipClass, outcome: Tested): void =>
    onChange(
      flags.map((flag) => {
        if (flag.class !== kip) return flag;
        const { test: _, ...bare } = flag;
        return outcome === 'not' ? bare : { ...bare, test: { at: new Date().toISOString(), by: SELF, outcome } };
      }),
    );
  return (
    <fieldset className="release-kip">
      <legend className="field-label">{t('release_kip')}</legend>
      <p className="field-hint">{t('release_kip_hint')}</p>
      {KIP_ROWS.map((row) => {
        const flag = flags.find((one) => one.class === row.class);
        return (
          <div key={row.class}>
            <label className="tick">
              <input type="checkbox" checked={flag !== undefined} onChange={() => toggle(row.class)} />
              <span>
                {t(row.name)}{' '}
                <span className="soft small">
                  {row.article}
                  {row.mark === 'NV' && ` · ${t('kit_not_verified')}`} · {t(row.says)}
                </span>
              </span>
            </label>
            {flag && (
              <Select
                label={t('release_kip_test', { name: t(row.name) })}
                value={flag.test?.outcome ?? 'not'}
                onChange={(outcome: Tested) => tested(row.class, outcome)}
                options={(['not', ...KIP_OUTCOMES] as const).map((value) => ({
                  value,
                  label: t(ANSWERS[value === 'not' ? 'test-needed' : value]),
                }))}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
