import { type FormEvent, useState } from 'react';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/field.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import type { SignerView } from './taught-view.ts';

interface Props {
  readonly signers: readonly SignerView[];
  /** Undefined for what is no key. */
  readonly fingerprintOf: (key: string) => Promise<string | undefined>;
  readonly onTrust: (name: string, key: string) => Promise<Phrase | undefined>;
  readonly onForget: (fingerprint: string) => void;
}

/** Whose corrections are taken, beside those of a release: a key is compared by its fingerprint before it is trusted. */
export function TaughtSigners({ signers, fingerprintOf, onTrust, onForget }: Props) {
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const [shown, setShown] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const trust = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const fingerprint = await fingerprintOf(key.trim());
    if (fingerprint === undefined) return setWrong(t('signer_wrong'));
    if (name.trim() === '') return setWrong(t('signer_nameless'));
    setWrong(undefined);
    // First it is shown, to be compared with what the signer says; the second press trusts it.
    if (shown !== fingerprint) return setShown(fingerprint);
    const refused = await onTrust(name.trim(), key.trim());
    if (refused) return setWrong(writePhrase(refused));
    setName('');
    setKey('');
    setShown(undefined);
  };
  return (
    <section className="block" aria-labelledby="signers-head">
      <h2 id="signers-head">{t('signer_head')}</h2>
      <p className="soft">{t('signer_what')}</p>
      {signers.length > 0 && (
        <ul className="points">
          {signers.map((signer) => (
            <li key={signer.fingerprint}>
              <span>
                {signer.name} <code className="soft small">{signer.fingerprint}</code>
              </span>
              <Button look="quiet" onClick={() => onForget(signer.fingerprint)}>
                {t('signer_forget')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form className="form-grid" onSubmit={(event) => void trust(event)} noValidate>
        <TextField label={t('signer_name')} value={name} onChange={(event) => setName(event.target.value)} />
        <TextField
          label={t('signer_key')}
          className="code"
          spellCheck={false}
          value={key}
          error={wrong}
          onChange={(event) => {
            setKey(event.target.value);
            setShown(undefined);
          }}
        />
        {shown && (
          <p role="status">
            {t('signer_compare')} <code>{shown}</code>
          </p>
        )}
        <p>
          <Button type="submit">{t(shown ? 'signer_trust' : 'signer_show')}</Button>
        </p>
      </form>
    </section>
  );
}
