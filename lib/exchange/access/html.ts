/** Text that is HTML already. Everything else that goes into a template is escaped. */
export interface Html {
  readonly html: string;
}

type Value = string | number | Html | undefined | readonly (string | number | Html | undefined)[];

/** The only way in which this room makes HTML: what is filled in is text, never mark-up, whatever it holds. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const filled = parts.map((part, index) => part + (index < values.length ? written(values[index]) : ''));
  return { html: filled.join('') };
}

function written(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return 'html' in value ? value.html : value.map(written).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
