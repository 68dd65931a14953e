import { useSyncExternalStore } from 'react';
import { Practice } from '@/components/practice/practice.tsx';
import { PEERS, READY } from './ready.ts';
import type { PracticeDoor } from './store.ts';

export function App({ door }: { readonly door: PracticeDoor }) {
  const state = useSyncExternalStore(door.store.subscribe, door.store.getState);
  return (
    <Practice
      {...state}
      peers={PEERS}
      ready={READY}
      onLetter={door.letter}
      onFiles={door.files}
      onPeer={door.peer}
      onBody={door.body}
      onReady={door.ready}
      onSendMail={door.sendMail}
      onSendChat={door.sendChat}
    />
  );
}
