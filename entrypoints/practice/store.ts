import { createStore, type StoreApi } from 'zustand/vanilla';
import { EMPTY_LETTER, type Letter, type Peer, type Sent } from '@/components/practice/view.ts';
import { PEERS, write } from './ready.ts';

export interface PracticeState {
  readonly letter: Letter;
  readonly files: readonly string[];
  readonly peer: Peer;
  readonly body: string;
  readonly sent: readonly Sent[];
  readonly failed: boolean;
}

export interface PracticeDoor {
  readonly store: StoreApi<PracticeState>;
  readonly letter: (set: Partial<Letter>) => void;
  /** What is attached, by name: the mailbox keeps no bytes. */
  readonly files: (names: readonly string[]) => void;
  readonly peer: (peer: Peer) => void;
  readonly body: (body: string) => void;
  readonly ready: (id: string) => void;
  readonly sendMail: () => void;
  readonly sendChat: () => void;
  readonly failed: () => void;
}

const NOBODY: Peer = { name: '', address: '' };

/** A mailbox that sends as mailboxes do: whatever reaches it goes, and its composer is empty afterwards. */
export function createPractice(): PracticeDoor {
  const store = createStore<PracticeState>(() => ({
    letter: EMPTY_LETTER,
    files: [],
    peer: PEERS[0] ?? NOBODY,
    body: '',
    sent: [],
    failed: false,
  }));
  const { setState: set, getState: get } = store;
  const letter: PracticeDoor['letter'] = (change) => set({ letter: { ...get().letter, ...change } });
  return {
    store,
    letter,
    files: (files) => set({ files }),
    peer: (peer) => set({ peer }),
    body: (body) => set({ body }),
    ready: (id) => set(write(id) ?? {}),
    sendMail: () => {
      const { letter: written, files, sent } = get();
      if (files.length === 0 && Object.values(written).every((value) => value.trim() === '')) return;
      set({ letter: EMPTY_LETTER, files: [], sent: [{ kind: 'mail', id: sent.length, files, ...written }, ...sent] });
    },
    sendChat: () => {
      const { body, peer, sent } = get();
      if (body.trim() === '') return;
      set({ body: '', sent: [{ kind: 'chat', id: sent.length, peer, body }, ...sent] });
    },
    failed: () => set({ failed: true }),
  };
}
