import { Download } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import type { Refused } from './team-acts.ts';
import { TeamBack } from './team-back.tsx';
import { useAct } from './use-act.ts';
import './team.css';
import { Wrong } from '../kit/wrong.tsx';

/** How the machine is set up; the folder and the files of the certificate are as the guide has them. */
export interface ServerPlan {
  readonly version: readonly [number, number];
  readonly firefox: boolean;
}
interface Props {
  readonly team: { readonly id: string; readonly name: string };
  readonly address: string;
  readonly onDownload: (plan: ServerPlan) => Refused;
}

const STEPS = ['team_server_1', 'team_server_2', 'team_server_3', 'team_server_4', 'team_server_5'] as const;

/** One file, and the five things that are done with it. */
export function TeamServer({ team, address, onDownload }: Props) {
  const [version, setVersion] = useState('2.12');
  const [firefox, setFirefox] = useState(false);
  const [fault, setFault] = useState(false);
  const [saved, setSaved] = useState(false);
  const { busy, wrong, run } = useAct();
  const download = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const [, major, minor] = /^v?(\d{1,3})\.(\d{1,3})(?:\.|$)/.exec(version.trim()) ?? [];
    setFault(major === undefined);
    setSaved(false);
    if (major === undefined || minor === undefined) return;
    setSaved(await run(() => onDownload({ version: [Number(major), Number(minor)], firefox })));
  };
  return (
    <div className="page">
      <TeamBack to={`/${team.id}`} name={team.name} />
      <h1>{t('team_server_head')}</h1>
      <p className="soft">{t('team_server_what')}</p>
      <form className="block form" onSubmit={(event) => void download(event)} noValidate>
        <TextField
          label={t('team_server_version')}
          hint={t('team_server_version_hint')}
          inputMode="decimal"
          value={version}
          onChange={(event) => setVersion(event.target.value)}
          {...(fault ? { error: t('team_server_version_wrong') } : {})}
        />
        <label className="tick">
          <input type="checkbox" checked={firefox} onChange={(event) => setFirefox(event.target.checked)} />
          {t('team_server_firefox')}
        </label>
        <p className="soft small">{t('team_server_firefox_what')}</p>
        <p className="actions">
          <Button look="safe" type="submit" icon={Download} disabled={busy}>
            {t('team_server_get')}
          </Button>
        </p>
        {saved && (
          <Notice tone="daun" live>
            {t('team_server_saved')}
          </Notice>
        )}
        <Wrong phrase={wrong} />
      </form>
      <section className="block" aria-labelledby="team-server-then">
        <h2 id="team-server-then">{t('team_server_then')}</h2>
        <ol className="team-steps">
          {STEPS.map((key) => (
            <li key={key}>{t(key, { address })}</li>
          ))}
        </ol>
        <pre className="report-lines" translate="no">
          {COMMANDS.join('\n')}
        </pre>
        <p className="soft small">{t('team_server_lost')}</p>
      </section>
    </div>
  );
}

/** As in `assets/guides/team-server.md`. */
const COMMANDS = [
  'apt-get install nats-server',
  'nats-server --version',
  'install -d -o nats -g nats -m 700 /var/lib/izin',
  'install -D -o root -g nats -m 640 cert.pem /etc/izin/cert.pem',
  'install -D -o root -g nats -m 640 key.pem /etc/izin/key.pem',
  'install -o root -g nats -m 640 nats-server.conf /etc/nats-server.conf',
  'runuser -u nats -- nats-server -t -c /etc/nats-server.conf',
  'systemctl restart nats-server',
] as const;
