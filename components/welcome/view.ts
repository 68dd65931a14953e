import type { Preset } from '@/lib/domain/enums.ts';

export const STEPS = ['what', 'work', 'list'] as const;
export type Step = (typeof STEPS)[number];
export const REGIONS = ['ID', 'MY', 'SG', 'AU', 'GB', 'IE', 'US', 'CA'] as const;
export type Region = (typeof REGIONS)[number];

export interface WelcomeView {
  readonly step: Step;
  readonly preset: Preset;
  readonly own: string;
  readonly ownProblem: 'neither' | undefined;
  /** The domain of `own`, where it is a public mail service. */
  readonly publicService: string | undefined;
  readonly region: Region;
  /** How many invented people were taken in. */
  readonly taken: number | undefined;
  readonly failed: boolean;
  readonly busy: boolean;
  readonly sites: readonly string[];
  readonly links: { readonly importList: string; readonly ledger: string; readonly practice: string };
}

export interface WelcomeActs {
  readonly preset: (preset: Preset) => void;
  readonly own: (own: string) => void;
  readonly region: (region: Region) => void;
  readonly next: () => void;
  readonly prev: () => void;
  readonly takeSample: () => void;
}
