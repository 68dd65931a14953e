// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '@/lib/domain/draft.ts';
import type { Desk } from '@/lib/gate/desk.ts';
import { put } from '@/lib/gate/put.ts';

const ASK = 'Yth. Sari,\n\nBila setuju, balas SETUJU.';

beforeEach(() => document.body.replaceChildren());

/** As much of a desk as is needed: where one writes, by which channel, and what is read there. */
function aDesk(editor: HTMLElement | null, channel: 'email' | 'whatsapp', read: () => string): Desk {
  const draft = (): Partial<Draft> => ({ text: read() });
  return { surface: { channel }, composer: { editor: () => editor, read: draft } } as unknown as Desk;
}
function aField(value: string): HTMLTextAreaElement {
  const field = document.createElement('textarea');
  field.value = value;
  document.body.append(field);
  return field;
}

describe('putting words into the message in focus', () => {
  it('sets them before what stands in a plain mail, as typing would', () => {
    const field = aField('Salam');
    let heard = 0;
    field.addEventListener('input', () => {
      heard += 1;
    });
    expect(
      put(
        aDesk(field, 'email', () => field.value),
        ASK,
      ),
    ).toBe(true);
    expect(field.value).toBe(`${ASK}\n\nSalam`);
    expect(heard).toBe(1);
  });

  it('says so where the page shows less than it was given', () => {
    const field = aField('');
    expect(
      put(
        aDesk(field, 'email', () => 'Yth. Sari,'),
        ASK,
      ),
    ).toBe(false);
  });

  it('writes nothing into a chat, nor where nobody writes', () => {
    const field = aField('Halo');
    expect(
      put(
        aDesk(field, 'whatsapp', () => field.value),
        ASK,
      ),
    ).toBe(false);
    expect(field.value).toBe('Halo');
    expect(
      put(
        aDesk(null, 'email', () => ''),
        ASK,
      ),
    ).toBe(false);
    expect(put(undefined, ASK)).toBe(false);
  });
});
