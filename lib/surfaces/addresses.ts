export interface WrittenAddress {
  readonly address: string;
  readonly name?: string;
}

/** Splits a typed or mirrored address list: `Ana <ana@x.example>, b@x.example; `. Commas in quotes and brackets do not split. */
export function splitAddresses(text: string): readonly WrittenAddress[] {
  const parts = text.match(/(?:"[^"]*"|<[^>]*>|[^,;\n"<]|["<])+/g) ?? [];
  return parts.flatMap((part) => {
    const written = parseAddress(part);
    return written ? [written] : [];
  });
}

export function parseAddress(part: string): WrittenAddress | undefined {
  const angled = /^(.*)<([^<>]*)>\s*$/s.exec(part);
  const address = (angled?.[2] ?? part).trim();
  if (address === '') return undefined;
  const name = angled?.[1]?.trim().replace(/^"(.*)"$/, '$1');
  return name ? { address, name } : { address };
}

/** Two writings of one address give one key. Only for comparing on a page: the ledger has its own, stricter normalisation. */
export const addressKey = (written: string): string =>
  (parseAddress(written)?.address ?? written).normalize('NFC').trim().toLowerCase();
