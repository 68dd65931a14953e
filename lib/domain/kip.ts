/**
 * Classes of information that UU 14/2008 (*Keterbukaan Informasi Publik*), Article 17, lets a public body hold back. The
 * names are ours and short; the words of the law decide. Public is the rule: before anything is held back, the body's
 * information officer (PPID) must test the consequence (Art. 19). Marks as in the law rows: V read in a source, NV not.
 */
export const KIP_CLASSES = ['17a', '17b', '17c', '17d', '17e', '17f', '17g', '17h', '17i', '17j'] as const;
export type KipClass = (typeof KIP_CLASSES)[number];

export interface KipRow {
  readonly class: KipClass;
  readonly article: string;
  /** Keys of a short name and one plain sentence. */
  readonly name: `kip_${KipClass}`;
  readonly says: `kip_${KipClass}_says`;
  readonly mark: 'V' | 'NV';
  readonly source: string;
  readonly read: string;
}

const LIST = 'ppid.unkhair.ac.id';
export const KIP_ROWS: readonly KipRow[] = [
  row('17a', 'V', LIST),
  row('17b', 'V', LIST),
  row('17c', 'V', LIST),
  row('17d', 'V', LIST),
  row('17e', 'V', LIST),
  row('17f', 'V', LIST),
  row('17g', 'V', LIST),
  row('17h', 'V', LIST),
  row('17i', 'V', 'Cilacap, consequence test sheet 2024'),
  row('17j', 'NV', 'general knowledge'),
];

function row(kipClass: KipClass, mark: KipRow['mark'], source: string): KipRow {
  return {
    class: kipClass,
    article: `UU 14/2008 Pasal 17 huruf ${kipClass.slice(2)}`,
    name: `kip_${kipClass}`,
    says: `kip_${kipClass}_says`,
    mark,
    source,
    read: '2026-11',
  };
}

export const KIP_OUTCOMES = ['open', 'exempt'] as const;

/** Something in a text that may fall under a class, and what the PPID's test of the consequence came to. */
export interface KipFlag {
  readonly class: KipClass;
  readonly note?: string;
  readonly test?: { readonly at: string; readonly by: string; readonly outcome: (typeof KIP_OUTCOMES)[number] };
}

/** `open`: nothing stands against it. A class without a test is a question, never a refusal. */
export function kipAnswer(flags: readonly KipFlag[]): 'open' | 'test-needed' | 'exempt' {
  if (flags.some(({ test }) => test?.outcome === 'exempt')) return 'exempt';
  return flags.some(({ test }) => test === undefined) ? 'test-needed' : 'open';
}
