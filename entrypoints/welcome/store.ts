import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Region, STEPS, type Step, type WelcomeActs, type WelcomeView } from '@/components/welcome/view.ts';
import { emailDomain } from '@/lib/domain/email.ts';
import type { Preset } from '@/lib/domain/enums.ts';
import { type Policy, PRESET_PURPOSE } from '@/lib/domain/policy.ts';
import type { Result } from '@/lib/domain/result.ts';
import { isPublicService, readOwn } from './own.ts';

export interface WelcomeState {
  readonly step: Step;
  readonly preset: Preset;
  readonly own: string;
  readonly ownProblem: 'neither' | undefined;
  readonly region: Region;
  readonly taken: number | undefined;
  readonly failed: boolean;
  readonly busy: boolean;
}

export interface WelcomeDesk {
  readonly savePolicy: (set: Partial<Policy>) => Promise<Result<null, unknown>>;
  /** Answers with the number of people. */
  readonly takeSample: () => Promise<Result<number, unknown>>;
}

/** `zone`: the computer's time zone, a first guess at the region; a browser in English says little of where it stands. */
export function createWelcome(desk: WelcomeDesk, zone: string): { store: StoreApi<WelcomeState>; acts: WelcomeActs } {
  const store = createStore<WelcomeState>(() => ({
    step: 'what',
    preset: 'humas',
    own: '',
    ownProblem: undefined,
    region: regionOf(zone),
    taken: undefined,
    failed: false,
    busy: false,
  }));
  const { setState: set, getState: get } = store;
  const go = (by: 1 | -1): void => set({ step: STEPS[STEPS.indexOf(get().step) + by] ?? get().step });

  async function saveWork(): Promise<void> {
    const { preset, own, region } = get();
    const read = readOwn(own);
    if (!read.ok) return set({ ownProblem: read.error });
    set({ busy: true });
    const saved = await desk.savePolicy({ preset, purpose: PRESET_PURPOSE[preset], region, ...read.value });
    set({ busy: false, failed: !saved.ok });
    if (saved.ok) go(1);
  }
  return {
    store,
    acts: {
      preset: (preset) => set({ preset }),
      own: (own) => set({ own, ownProblem: undefined }),
      region: (region) => set({ region }),
      prev: () => go(-1),
      next: () => {
        if (get().busy) return;
        if (get().step === 'work') void saveWork();
        else go(1);
      },
      takeSample: async () => {
        set({ busy: true });
        const taken = await desk.takeSample();
        set({ busy: false, failed: !taken.ok, taken: taken.ok ? taken.value : undefined });
      },
    },
  };
}

const ZONES: Readonly<Record<string, Region>> = {
  'Asia/Kuala_Lumpur': 'MY',
  'Asia/Singapore': 'SG',
  'Europe/London': 'GB',
  'Europe/Dublin': 'IE',
};
const regionOf = (zone: string): Region => ZONES[zone] ?? (zone.startsWith('Australia/') ? 'AU' : 'ID');

export function viewOf(state: WelcomeState, around: Pick<WelcomeView, 'sites' | 'links'>): WelcomeView {
  const domain = emailDomain(state.own.trim());
  return { ...state, ...around, publicService: domain && isPublicService(domain) ? domain : undefined };
}
