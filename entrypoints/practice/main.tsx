import '@/assets/tokens.css';
import '@/assets/base.css';
import '@/components/kit/kit.css';
import '@/components/practice/practice.css';
import { createRoot } from 'react-dom/client';
import { ask, bumpRevision, isAlive, onRevision } from '@/lib/bus/bus.ts';
import { PRACTICE_SPACE } from '@/lib/domain/person.ts';
import { practicePolicy, samplePeople } from '@/lib/exchange/sample.ts';
import { createReadingFrame } from '@/lib/gate/files/reading-frame.ts';
import { startGate } from '@/lib/gate/gate.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';
import { ledgerBegun } from '@/lib/platform/begun.ts';
import { browser } from '@/lib/platform/browser.ts';
import { loadLanguage } from '@/lib/platform/language.ts';
import { t } from '@/lib/platform/words.ts';
import practiceChat from '@/lib/surfaces/practice/practice-chat.surface.ts';
import practiceMail from '@/lib/surfaces/practice/practice-mail.surface.ts';
import { App } from './app.tsx';
import { createPractice } from './store.ts';

const { signal } = new AbortController();
const door = createPractice();

// The gate listens before the page does, as in every page that it watches.
startGate({
  window,
  surfaces: [practiceMail, practiceChat],
  ask,
  onRevision,
  isAlive,
  frameUrl: () => browser.runtime.getURL('/warning.html'),
  // Chromium loads the frame by an address that changes, but it stands at our own origin.
  frameOrigin: () => window.location.origin,
  readFile: createReadingFrame(
    window,
    () => browser.runtime.getURL('/reader.html'),
    () => window.location.origin,
    signal,
  ),
  signal,
});
const root = document.getElementById('root');
if (root)
  void loadLanguage().then(() => {
    document.title = `${t('practice_title')} · Izin`;
    createRoot(root).render(<App door={door} />);
    return prepare();
  });

async function prepare(): Promise<void> {
  const now = new Date().toISOString();
  const ledger = await openLedger({ begun: ledgerBegun, onChange: () => void bumpRevision() });
  if (!ledger.ok) return door.failed();
  const written = await ledger.value.append([
    ...samplePeople(PRACTICE_SPACE, now),
    practicePolicy(PRACTICE_SPACE, now),
  ]);
  ledger.value.close();
  if (!written.ok) door.failed();
}
