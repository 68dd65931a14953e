import { PRESETS } from '@/lib/domain/enums.ts';
import { t } from '@/lib/platform/words.ts';
import { Choices } from '../kit/choices.tsx';
import { TextField } from '../kit/field.tsx';
import { Select } from '../kit/select.tsx';
import { REGIONS, type WelcomeActs, type WelcomeView } from './view.ts';

export function WorkStep({ view, acts }: { readonly view: WelcomeView; readonly acts: WelcomeActs }) {
  return (
    <form
      className="welcome-form"
      onSubmit={(event) => {
        event.preventDefault();
        acts.next();
      }}
    >
      <Choices
        legend={t('welcome_preset')}
        value={view.preset}
        onChange={acts.preset}
        choices={PRESETS.map((value) => ({
          value,
          label: t(`welcome_preset_${value}`),
          hint: t(`welcome_preset_${value}_hint`),
        }))}
      />
      <TextField
        label={`${t('welcome_own')} (${t('kit_optional')})`}
        hint={view.publicService ? t('welcome_own_public', { domain: view.publicService }) : t('welcome_own_hint')}
        error={view.ownProblem && t('welcome_own_wrong')}
        value={view.own}
        autoComplete="email"
        inputMode="email"
        spellCheck={false}
        onChange={(event) => acts.own(event.target.value)}
      />
      <Select
        label={t('welcome_region')}
        value={view.region}
        options={REGIONS.map((value) => ({ value, label: t(`region_${value}`) }))}
        onChange={acts.region}
      />
    </form>
  );
}
