import '@/assets/tokens.css';
import '@/assets/base.css';
import '@/components/kit/kit.css';
import '@/components/ledger/person.css';
import '@/components/sidepanel/sidepanel.css';
import { createRoot } from 'react-dom/client';
import { Boundary } from '@/components/kit/boundary.tsx';
import { Recovery } from '@/components/ledger/recovery.tsx';
import { bumpRevision } from '@/lib/bus/bus.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';
import { adviceOf, phraseOf } from '@/lib/ledger/said.ts';
import { ledgerBegun } from '@/lib/platform/begun.ts';
import { loadLanguage } from '@/lib/platform/language.ts';
import { App } from './app.tsx';

const at = document.getElementById('root');
if (at === null) throw new Error('The page has no root');
await loadLanguage();
// What is recorded here counts at once: every open draft is judged again.
const opened = await openLedger({ begun: ledgerBegun, onChange: () => void bumpRevision() });
const root = createRoot(at);
if (opened.ok)
  root.render(
    <Boundary>
      <App ledger={opened.value} />
    </Boundary>,
  );
else
  root.render(
    <Recovery problem={phraseOf(opened.error)} advice={adviceOf(opened.error)} onRetry={() => location.reload()} />,
  );
