import '@/assets/tokens.css';
import '@/assets/base.css';
import '@/components/kit/kit.css';
import '@/components/popup/popup.css';
import { createRoot } from 'react-dom/client';
import { Boundary } from '@/components/kit/boundary.tsx';
import { openLedger } from '@/lib/ledger/open-ledger.ts';
import { ledgerBegun } from '@/lib/platform/begun.ts';
import { loadLanguage } from '@/lib/platform/language.ts';
import { App } from './app.tsx';

const at = document.getElementById('root');
if (at === null) throw new Error('The page has no root');
await loadLanguage();
const opening = openLedger({ begun: ledgerBegun });
createRoot(at).render(
  <Boundary>
    <App opening={opening} />
  </Boundary>,
);
