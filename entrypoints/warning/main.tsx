import '@/assets/tokens.css';
import '@/assets/base.css';
import '@/components/kit/kit.css';
import '@/components/warning/warning.css';
import { createRoot } from 'react-dom/client';
import { ask } from '@/lib/bus/bus.ts';
import type { ToGuard, ToWarning } from '@/lib/bus/warning-port.ts';
import { browser } from '@/lib/platform/browser.ts';
import { loadLanguage } from '@/lib/platform/language.ts';
import { App } from './app.tsx';
import { handshake, type Line } from './handshake.ts';
import { createWarning } from './store.ts';
import { guardPresses, watchSeen } from './trust.ts';

// Listening begins before anything is awaited: the guard speaks as soon as this document has loaded.
const { signal } = new AbortController();
const root = document.getElementById('root');
if (root) void Promise.all([handshake(window, signal), loadLanguage('stay')]).then(([line]) => open(line, root));

function open({ secret, port }: Line, root: HTMLElement): void {
  const post = (message: ToGuard): void => port.postMessage(message);
  const openLedger = (path: string): void =>
    void window.open(`${browser.runtime.getURL('/ledger.html')}${path}`, '_blank');
  const door = createWarning({ secret, ask, post, openLedger });
  let ready = false;
  let since = performance.now();
  const onHeight = (height: number): void => {
    post({ kind: ready ? 'size' : 'ready', height });
    if (!ready) since = performance.now();
    ready = true;
  };
  const onCovered = (covered: boolean): void => {
    if (covered !== door.store.getState().covered) door.tell({ kind: 'covered', covered });
  };
  guardPresses(window, { isSeen: watchSeen(root, signal), since: () => since, onCovered }, signal);
  port.addEventListener('message', ({ data }: MessageEvent<ToWarning>) => door.hear(data));
  port.start();
  createRoot(root).render(<App door={door} onHeight={onHeight} />);
}
