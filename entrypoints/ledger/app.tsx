import { useEffect } from 'react';
import { Boundary } from '@/components/kit/boundary.tsx';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { Rail } from '@/components/ledger/rail.tsx';
import { PERSONAL_SPACE } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { t } from '@/lib/platform/words.ts';
import { ActivityRoom } from './activity-room.tsx';
import { BackupReminder } from './backup-reminder.tsx';
import { BackupRoom } from './backup-room.tsx';
import { ImportRoom } from './import-room.tsx';
import { LawsRoom } from './laws-room.tsx';
import { ListsRoom } from './lists-room.tsx';
import { NoticeRoom } from './notice-room.tsx';
import { OverviewRoom } from './overview-room.tsx';
import { type PeoplePath, peoplePath } from './people-path.ts';
import { PeopleRoom } from './people-room.tsx';
import { ReceiptRoom } from './receipt-room.tsx';
import { ReportRoom } from './report-room.tsx';
import { RequestRoom } from './request-room.tsx';
import { RequestsRoom } from './requests-room.tsx';
import { RetentionRoom } from './retention-room.tsx';
import { type Route, useRoute } from './route.ts';
import { RulesRoom } from './rules-room.tsx';
import { SettingsRoom } from './settings-room.tsx';
import { SimulatorRoom } from './simulator-room.tsx';
import { SitesRoom } from './sites-room.tsx';
import { TaughtRoom } from './taught-room.tsx';
import { TeamRoom } from './team-room.tsx';
import { TermsRoom } from './terms-room.tsx';

export function App({ ledger }: { readonly ledger: Ledger }) {
  const route = useRoute();
  const policy = useLive(ledger, () => ledger.policy(PERSONAL_SPACE), []);
  useEffect(() => {
    document.title = `${t(`room_${route.room}`)} · Izin`;
  }, [route.room]);
  return (
    <div className="ledger">
      <Rail current={route.room} />
      <main className={`room room-${route.room}`}>
        {policy && !policy.ok && <Notice tone="bata">{writePhrase(phraseOf(policy.error))}</Notice>}
        <BackupReminder ledger={ledger} quiet={route.room === 'settings' && route.id === 'backup'} />
        {policy?.ok && (
          <Boundary about={`${route.room}/${route.id}/${route.rest.join('/')}`}>
            <Room ledger={ledger} policy={policy.value} route={route} />
          </Boundary>
        )}
      </main>
    </div>
  );
}

interface PeopleProps {
  readonly ledger: Ledger;
  readonly policy: Policy;
  readonly path: PeoplePath;
}

function People({ ledger, policy, path: { receipt, ...path } }: PeopleProps) {
  const { id } = path;
  if (receipt && id !== undefined) return <ReceiptRoom ledger={ledger} policy={policy} {...path} id={id} />;
  return <PeopleRoom ledger={ledger} policy={policy} {...path} />;
}

function Room({ ledger, policy, route }: { readonly ledger: Ledger; readonly policy: Policy; readonly route: Route }) {
  switch (route.room) {
    case 'people':
      return <People ledger={ledger} policy={policy} path={peoplePath(route)} />;
    case 'lists':
      return <ListsRoom ledger={ledger} policy={policy} {...(route.id ? { id: route.id } : {})} />;
    case 'import':
      return <ImportRoom ledger={ledger} policy={policy} />;
    case 'terms':
      return <TermsRoom ledger={ledger} />;
    case 'requests': {
      const [request] = route.rest;
      return route.id && request ? (
        <RequestRoom key={request} ledger={ledger} policy={policy} person={route.id} request={request} />
      ) : (
        <RequestsRoom ledger={ledger} policy={policy} />
      );
    }
    case 'activity':
      return <ActivityRoom ledger={ledger} />;
    case 'overview':
      return route.id === 'retention' ? (
        <RetentionRoom ledger={ledger} policy={policy} />
      ) : (
        <OverviewRoom ledger={ledger} policy={policy} />
      );
    case 'team': {
      const [part] = route.rest;
      return <TeamRoom ledger={ledger} {...(route.id ? { id: route.id } : {})} {...(part ? { part } : {})} />;
    }
    case 'sites':
      if (route.id === 'taught') return <TaughtRoom {...(route.rest[0] ? { id: route.rest[0] } : {})} />;
      return route.id === 'report' ? <ReportRoom at={route.rest} /> : <SitesRoom />;
    case 'settings':
      switch (route.id) {
        case 'backup':
          return <BackupRoom ledger={ledger} />;
        case 'laws':
          return <LawsRoom ledger={ledger} policy={policy} />;
        case 'rules':
          return <RulesRoom ledger={ledger} />;
        case 'simulator':
          return <SimulatorRoom ledger={ledger} policy={policy} />;
        case 'notice':
          return <NoticeRoom ledger={ledger} policy={policy} />;
        default:
          return <SettingsRoom ledger={ledger} policy={policy} />;
      }
  }
}
