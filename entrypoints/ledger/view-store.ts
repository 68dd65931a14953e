import { create } from 'zustand';

interface View {
  readonly query: string;
  /** Rows of the list in sight. */
  readonly first: number;
  readonly last: number;
  readonly find: (query: string) => void;
  readonly show: (first: number, last: number) => void;
}

/** What the page shows; facts come from the ledger. */
export const useView = create<View>((set) => ({
  query: '',
  first: 0,
  last: 0,
  find: (query) => set({ query, first: 0, last: 0 }),
  show: (first, last) => set((view) => (view.first === first && view.last === last ? view : { first, last })),
}));
