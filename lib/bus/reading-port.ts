import type { FileReading } from '../domain/file-reading.ts';

/**
 * The channel between a guard and the page of ours that reads files: one MessagePort, handed over in the first message
 * (`{ izin: 'read' }`, one port). That page has no ledger and no bus; it turns bytes into words, for whoever asks.
 */
export type ToReader =
  | { readonly kind: 'read'; readonly id: number; readonly file: Blob; readonly name: string }
  | { readonly kind: 'stop'; readonly id: number };

export type FromReader =
  | { readonly kind: 'ready' }
  /** 0 to 1. */
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
  | { readonly kind: 'reading'; readonly id: number; readonly reading: FileReading }
  /** Its worker ended: out of memory, or stopped by the browser. */
  | { readonly kind: 'lost' };
