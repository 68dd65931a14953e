import { type FormEvent, useState } from 'react';
import type { Channel } from '@/lib/domain/enums.ts';
import type { Subject } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { addressWords } from '../kit/address.ts';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/field.tsx';
import { Select } from '../kit/select.tsx';
import type { RecordForm } from './view.ts';

interface Props {
  readonly subjects: readonly Subject[];
  readonly channel: Channel;
  readonly onRecord: (form: RecordForm) => Promise<boolean>;
}

export function AddPerson({ subjects, channel, onRecord }: Props) {
  const [address, setAddress] = useState(subjects[0]?.address ?? '');
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [failed, setFailed] = useState(false);
  const subject = subjects.find((each) => each.address === address);
  const name = names[address] ?? subject?.name ?? guess(address);
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (name.trim() !== '') setFailed(!(await onRecord({ kind: 'add-person', name: name.trim(), address, channel })));
  }
  return (
    <form className="form" onSubmit={(event) => void save(event)}>
      {subjects.length > 1 && (
        <Select
          label={t('warning_who_is_it')}
          value={address}
          options={subjects.map((each) => ({ value: each.address, label: addressWords(each.address, channel) }))}
          onChange={setAddress}
        />
      )}
      <TextField
        label={t('warning_name_of', { address: addressWords(address, channel) })}
        value={name}
        autoFocus
        onChange={(event) => setNames({ ...names, [address]: event.target.value })}
        error={name.trim() === '' ? t('kit_required') : failed ? t('warning_not_recorded') : undefined}
      />
      <Button look="plain" type="submit">
        {t('warning_add')}
      </Button>
    </form>
  );
}

/** `dewi.lestari@…` → Dewi Lestari: a start, to be mended by the user. */
function guess(address: string): string {
  const local = /^[^@\d+]+(?=@)/.exec(address)?.[0] ?? '';
  return local
    .split(/[._-]+/)
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
}
