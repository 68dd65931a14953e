export interface Mailbox {
  readonly name?: string;
  readonly address: string;
}

/** `Name <a@b>`, `"Name, Dr." <a@b>`, `a@b (Name)` or a bare address. The address is as written, not yet normalised. */
export function parseMailbox(text: string): Mailbox {
  const raw = text.trim();
  const angle = /^(.*?)\s*<([^<>]*)>\s*$/s.exec(raw);
  if (angle) return mailbox(angle[2] ?? '', angle[1] ?? '');
  const comment = /^(\S+@\S+)\s*\(([^()]*)\)$/.exec(raw);
  if (comment) return mailbox(comment[1] ?? '', comment[2] ?? '');
  return { address: raw };
}

function mailbox(address: string, written: string): Mailbox {
  const name = written
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\\(.)/g, '$1')
    .trim();
  return name === '' ? { address: address.trim() } : { name, address: address.trim() };
}
