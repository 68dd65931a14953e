import { t } from '@/lib/platform/words.ts';
import { Brand } from '../kit/brand.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Ask } from './ask.tsx';
import { EvidenceOnTop, type EvidenceProps } from './evidence.tsx';
import { MessageCards } from './message.tsx';
import type { Found, Message, Office } from './view.ts';

interface Props {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly found?: Found;
  /** Null: no message has the focus in the tab in front. Undefined: it is being read. */
  readonly message: Message | null | undefined;
  readonly office: Office;
  readonly evidence?: EvidenceProps;
}

/** Beside the page: a question at the top, and below it the people of the message in focus. */
export function Panel({ query, onQuery, found, message, office, evidence }: Props) {
  return (
    <main className="panel">
      <h1 className="told">Izin</h1>
      <header className="panel-head">
        <Brand size={20} />
      </header>
      {evidence && <EvidenceOnTop {...evidence} />}
      <Ask query={query} onQuery={onQuery} found={found} office={office} />
      {query.trim() === '' && message === null && <EmptyState sentence={t('panel_empty')} />}
      {query.trim() === '' && message && <MessageCards message={message} office={office} />}
    </main>
  );
}
