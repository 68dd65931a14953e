import '@/assets/tokens.css';
import '@/assets/base.css';
import '@/components/kit/kit.css';
import '@/components/ledger/ledger.css';
import { createRoot } from 'react-dom/client';
import { bumpRevision } from '@/lib/bus/bus.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';
import { ledgerBegun } from '@/lib/platform/begun.ts';
import { loadLanguage } from '@/lib/platform/language.ts';
import { App } from './app.tsx';
import { RecoveryRoom } from './recovery-room.tsx';

const at = document.getElementById('root');
if (at === null) throw new Error('The page has no root');
await loadLanguage();
const opened = await openLedger({ begun: ledgerBegun, onChange: () => void bumpRevision() });
const root = createRoot(at);
if (opened.ok) root.render(<App ledger={opened.value} />);
else root.render(<RecoveryRoom failure={opened.error} />);
