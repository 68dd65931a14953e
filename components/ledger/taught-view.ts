import type { Channel } from '@/lib/domain/enums.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';

/** One site that was taught, as this room shows it. */
export interface TaughtView {
  readonly id: string;
  readonly name: string;
  readonly origin: string;
  readonly channel: Channel;
  readonly guarded: boolean;
  readonly taughtAt: string;
  readonly teachers: number;
  readonly version: number;
  readonly boxes: readonly TaughtBox[];
}

export interface TaughtBox {
  readonly name: string;
  /** What was learnt, in sentences. */
  readonly told: readonly Phrase[];
  /** Where each part is found: one way a line, best first. */
  readonly fields: readonly TaughtField[];
  readonly keys: 'enter' | 'mod-enter' | 'none';
  readonly audience: 'people' | 'public';
}

export interface TaughtField {
  /** `boxes.0.send`. */
  readonly path: string;
  readonly label: Phrase;
  readonly lines: string;
}

/** What was changed in the form. */
export interface TaughtEdit {
  readonly name: string;
  readonly channel: Channel;
  readonly keys: readonly TaughtBox['keys'][];
  readonly lines: Readonly<Record<string, string>>;
}

export interface CorrectionView {
  readonly surface: string;
  readonly name: string;
  /** Of the built-in hooks. */
  readonly builtIn: number;
  readonly versions: readonly {
    readonly version: number;
    readonly state: 'candidate' | 'used' | 'set-aside' | 'former';
    readonly signer: string;
    readonly installedAt: string;
    readonly lacks: readonly string[];
  }[];
}

export interface SignerView {
  readonly fingerprint: string;
  readonly name: string;
}
