import { type FormEvent, useState } from 'react';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Choices } from '../kit/choices.tsx';
import { TextField } from '../kit/field.tsx';
import { FormEnd } from '../kit/form-end.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { TeamBack } from './team-back.tsx';
import { useAct } from './use-act.ts';
import './team.css';

export type NewPlace =
  | { readonly kind: 'server'; readonly urls: readonly string[] }
  | { readonly kind: 'folder'; readonly url: string; readonly user?: string; readonly password?: string };
export interface NewTeam {
  readonly name: string;
  readonly me: string;
  readonly list: string;
  readonly place: NewPlace;
}
interface Props {
  readonly onCreate: (team: NewTeam) => Promise<Phrase | undefined>;
  readonly onCancel: () => void;
}

const EMPTY = { name: '', me: '', list: '', url: '', folder: '', user: '', password: '' };
type Field = keyof typeof EMPTY;

/** Name, list and place. The place need not be there yet: keys and lists are made on this device. */
export function TeamCreate({ onCreate, onCancel }: Props) {
  const [kind, setKind] = useState<'server' | 'folder'>('server');
  const [fields, setFields] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const { busy, wrong, run } = useAct();
  const faults = faultsOf(kind, fields);
  const field = (name: Field) => ({
    value: fields[name],
    onChange: (event: { readonly target: { readonly value: string } }) =>
      setFields({ ...fields, [name]: event.target.value }),
    ...(tried && faults[name] ? { error: faults[name] } : {}),
  });
  const create = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length === 0) void run(() => onCreate(teamOf(kind, fields)));
  };
  return (
    <div className="page">
      <TeamBack />
      <h1>{t('team_create')}</h1>
      <form className="form" onSubmit={create} aria-busy={busy} noValidate>
        <div className="form-grid">
          <TextField label={t('team_name')} hint={t('team_name_hint')} autoFocus maxLength={80} {...field('name')} />
          <TextField label={t('team_you')} hint={t('team_you_hint')} maxLength={80} {...field('me')} />
          <TextField label={t('team_list_first')} hint={t('team_list_first_hint')} maxLength={80} {...field('list')} />
        </div>
        <Choices
          legend={t('team_where')}
          value={kind}
          onChange={setKind}
          choices={[
            { value: 'server', label: t('team_where_hub'), hint: t('team_where_hub_hint') },
            { value: 'folder', label: t('team_where_folder'), hint: t('team_where_folder_hint') },
          ]}
          below={(chosen) => (
            <div className="form team-below">
              {chosen === 'server' ? (
                <TextField label={t('team_hub_url')} hint={t('team_hub_url_hint')} inputMode="url" {...field('url')} />
              ) : (
                <>
                  <TextField
                    label={t('team_folder_url')}
                    hint={t('team_folder_url_hint')}
                    inputMode="url"
                    {...field('folder')}
                  />
                  <div className="form-grid">
                    <TextField label={t('team_folder_user')} {...field('user')} />
                    <TextField label={t('team_folder_password')} type="password" {...field('password')} />
                  </div>
                </>
              )}
            </div>
          )}
        />
        {busy && <p role="status">{t('team_creating')}</p>}
        <FormEnd save={t('team_create')} onCancel={onCancel} {...(wrong ? { wrong: writePhrase(wrong) } : {})} />
      </form>
    </div>
  );
}

type Fields = Readonly<typeof EMPTY>;

function faultsOf(kind: 'server' | 'folder', fields: Fields): Partial<Record<Field, string>> {
  const needed = (['name', 'me', 'list'] as const).filter((name) => fields[name].trim() === '');
  const faults: Partial<Record<Field, string>> = Object.fromEntries(needed.map((name) => [name, t('kit_required')]));
  if (kind === 'server' && !isUrl(fields.url, 'wss:', 'ws:')) faults.url = t('team_url_wrong');
  if (kind === 'folder' && !isUrl(fields.folder, 'https:', 'http:')) faults.folder = t('team_folder_wrong');
  return faults;
}

/** Without TLS this machine alone, for trying: elsewhere the way would be open. A password in an address would be shown about. */
function isUrl(text: string, sealed: string, open: string): boolean {
  if (!URL.canParse(text.trim())) return false;
  const { protocol, hostname, username, password } = new URL(text.trim());
  const here = protocol === open && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return (protocol === sealed || here) && username === '' && password === '';
}

function teamOf(kind: 'server' | 'folder', fields: Fields): NewTeam {
  const { name, me, list, url, folder, user, password } = fields;
  const who = { ...(user.trim() ? { user: user.trim() } : {}), ...(password ? { password } : {}) };
  const place: NewPlace =
    kind === 'server' ? { kind, urls: [url.trim()] } : { kind, url: folder.trim().replace(/\/*$/, '/'), ...who };
  return { name: name.trim(), me: me.trim(), list: list.trim(), place };
}
