import type { AttachmentRef } from '../../domain/draft.ts';
import { readText, type TextMap } from '../text.ts';
import { GMAIL } from './marks.ts';

const isQuoted = (element: Element): boolean => element.matches(GMAIL.quoted);

/** Plain-text mode shows the textarea and hides the rich body, or the other way round; both stay in the page. */
export function bodyOf(root: Element): HTMLElement | null {
  const rich = root.querySelector<HTMLElement>(GMAIL.richBody);
  const plain = root.querySelector<HTMLTextAreaElement>(GMAIL.plainBody);
  if (!rich || !plain) return rich ?? plain;
  return isPlain(root, plain) ? plain : rich;
}

function isPlain(root: Element, plain: HTMLTextAreaElement): boolean {
  const isHtml = root.querySelector<HTMLInputElement>('input[name="ishtml"]')?.value;
  if (plain.ownerDocument.activeElement === plain) return true;
  if (isHtml === '0' || isHtml === '1') return isHtml === '0';
  return (
    plain.value !== '' &&
    plain.parentElement?.closest<HTMLElement>('[style*="display: none"], [style*="display:none"]') === null
  );
}

export const isTextArea = (body: HTMLElement): body is HTMLTextAreaElement => body.tagName === 'TEXTAREA';

export const ownText = (body: HTMLElement): TextMap => readText(body, isQuoted);

/** Outermost quotes only: a quote in a quote is within it. */
export function quotedText(body: HTMLElement): string | undefined {
  const quotes = [...body.querySelectorAll(GMAIL.quoted)].filter(
    (each) => each.parentElement?.closest(GMAIL.quoted) === null,
  );
  const text = quotes.map((quote) => readText(quote).text).join('\n');
  return text === '' ? undefined : text;
}

export function attachmentsOf(root: Element): readonly AttachmentRef[] {
  const rows = [...root.querySelectorAll(GMAIL.attachmentName)].map((name) => {
    const size = bytes(name.parentElement?.querySelector(GMAIL.attachmentSize)?.textContent ?? '');
    return { name: name.textContent?.trim() ?? '', ...(size !== undefined && { size }) };
  });
  // download_url = "mime:name:url"
  const links = [...root.querySelectorAll(GMAIL.attachmentUrl)].map((link) => ({
    name: link.getAttribute('download_url')?.split(':')[1] ?? '',
  }));
  const drive = [...root.querySelectorAll(GMAIL.driveChip)].map((chip) => ({
    name: chip.textContent?.trim() ?? '',
    link: true,
  }));
  const all = [...rows, ...links, ...drive].filter((each) => each.name !== '');
  return all.filter((each, at) => all.findIndex((other) => other.name === each.name) === at);
}

/** "(120K)", "1,2 MB" */
function bytes(shown: string): number | undefined {
  const match = /([\d.,]+)\s*([KMG])?/i.exec(shown);
  if (!match?.[1]) return undefined;
  const unit = { K: 1e3, M: 1e6, G: 1e9 }[(match[2] ?? '').toUpperCase()] ?? 1;
  return Math.round(Number(match[1].replace(',', '.')) * unit);
}
