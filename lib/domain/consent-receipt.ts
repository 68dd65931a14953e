import type { NoticeLanguage } from './consent-notice.ts';

/** A receipt as a person reads it, in the person's language: what is printed, and what is sent as text. */
export interface ReadableReceipt {
  readonly language: NoticeLanguage;
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly ReceiptSection[];
  readonly foot: string;
}

export interface ReceiptSection {
  readonly id: string;
  readonly head: string;
  readonly rows: readonly ReceiptRow[];
}

/** Without a label the values are sentences of their own. */
export interface ReceiptRow {
  readonly label?: string;
  readonly values: readonly string[];
}

/** The receipt for a message or a letter: the same words, line by line, with nothing that needs a format. */
export function receiptText({ title, lead, sections, foot }: ReadableReceipt): string {
  const blocks = sections.map(({ head, rows }) => [head.toUpperCase(), ...rows.map(lineOf)].join('\n'));
  return [title, lead, ...blocks, foot].join('\n\n');
}

const lineOf = ({ label, values }: ReceiptRow): string =>
  label === undefined
    ? values.join('\n')
    : values.length === 1
      ? `${label}: ${values[0]}`
      : `${label}:\n${values.map((value) => `- ${value}`).join('\n')}`;
