import '@/assets/tokens.css';
import '@/assets/base.css';
import '@/components/kit/kit.css';
import '@/components/welcome/welcome.css';
import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { Welcome } from '@/components/welcome/welcome.tsx';
import { browser } from '@/lib/platform/browser.ts';
import { loadLanguage } from '@/lib/platform/language.ts';
import surfaces from '@/lib/surfaces/registry.ts';
import { ledgerDesk } from './desk.ts';
import { createWelcome, viewOf } from './store.ts';

const around = {
  sites: surfaces.filter((surface) => surface.matches.length > 0).map((surface) => surface.name),
  links: {
    importList: browser.runtime.getURL('/ledger.html').concat('#/import'),
    ledger: browser.runtime.getURL('/ledger.html'),
    practice: browser.runtime.getURL('/practice.html'),
  },
};
const { store, acts } = createWelcome(ledgerDesk, Intl.DateTimeFormat().resolvedOptions().timeZone);

function App() {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  return <Welcome view={viewOf(state, around)} acts={acts} />;
}

const root = document.getElementById('root');
if (root) void loadLanguage().then(() => createRoot(root).render(<App />));
