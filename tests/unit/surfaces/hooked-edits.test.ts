// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { surfaceFrom } from '@/lib/surfaces/from-hooks.ts';
import type { BoxHooks, FieldHooks } from '@/lib/surfaces/hooks.ts';
import type { Composer } from '@/lib/surfaces/surface.ts';
import { aSite, showPage, the } from './hooked-page.ts';

// jsdom takes no window but its own in the events of a pointer, and a test has another: none is as good.
beforeEach(() => void vi.spyOn(document, 'defaultView', 'get').mockReturnValue(null));
afterEach(() => vi.restoreAllMocks());

const field = (name: string): FieldHooks => ({
  chips: { at: [`.${name} .chip`], from: 'title' },
  typed: { at: [`.${name} input`], from: 'value' },
  remove: ['.cross'],
  input: [`.${name} input`],
  ...(name === 'bcc' && { open: ['.show-bcc'] }),
});
const MAIL: Partial<BoxHooks> = { name: 'mail', root: ['.mail'], editor: ['textarea'], send: ['.send', 'button.send'] };
const compose = (over: Partial<BoxHooks> = {}): Composer => {
  const { who: _, ...box } = aSite({}, { ...MAIL, to: field('to'), cc: field('cc'), bcc: field('bcc'), ...over })
    .boxes[0]!;
  return surfaceFrom({ ...aSite(), boxes: [box] }).composers(document)[0]!;
};
const written = (): readonly string[] =>
  compose()
    .read()
    .recipients.map(({ field: name, address, pending }) => `${name} ${address}${pending ? ' (typed)' : ''}`);

interface Ways {
  /** The cross of a chip does nothing: it goes by the key. */
  readonly keys?: 'Delete' | 'Backspace';
  /** What is typed becomes a chip at this. */
  readonly commits?: 'Enter' | ',' | 'blur' | 'never';
  readonly foldedBcc?: boolean;
  readonly keepsChips?: boolean;
}

function chip(address: string, { keys, keepsChips }: Ways): HTMLElement {
  const element = document.createElement('span');
  element.className = 'chip';
  element.title = address;
  element.tabIndex = 0;
  element.innerHTML = '<i class="cross"></i>';
  const go = (): void => {
    if (!keepsChips) element.remove();
  };
  if (!keys) element.querySelector('.cross')?.addEventListener('click', go);
  element.addEventListener('keydown', (event) => {
    if (event.key === keys) go();
  });
  return element;
}

function open(to: readonly string[], ways: Ways = {}): void {
  showPage(`<div class="mail"><div class="to"><input></div><div class="cc"><input></div>
    <button class="show-bcc"></button><div class="bcc">${ways.foldedBcc ? '' : '<input>'}</div><textarea>Halo</textarea><button class="send"></button></div>`);
  the('.to').prepend(...to.map((address) => chip(address, ways)));
  the('.show-bcc').addEventListener('click', () => {
    if (!the('.bcc input')) the('.bcc').append(document.createElement('input'));
  });
  const commit = (): void => {
    const input = the('.bcc input') as HTMLInputElement;
    const address = input.value.replace(/[,\s]+$/, '');
    if (address === '') return;
    input.value = '';
    the('.bcc').prepend(chip(address, {}));
  };
  const { commits = 'Enter' } = ways;
  the('.bcc').addEventListener('keydown', (event) => commits === event.key && commit());
  the('.bcc').addEventListener('input', (event) => {
    if (commits === ',' && (event.target as HTMLInputElement).value.endsWith(',')) commit();
  });
  the('.bcc').addEventListener('focusout', () => commits === 'blur' && commit());
}

describe('taking somebody out of a mail', () => {
  it.each([
    ['by the cross of the chip', {}],
    ['by Delete on the chip, where the cross does nothing', { keys: 'Delete' }],
    ['by Backspace, where that does', { keys: 'Backspace' }],
  ] as const)('goes %s', async (_, ways) => {
    open(['ana@x.example', 'budi@x.example'], ways);
    expect(await compose().edits.remove?.(['Ana@X.example'])).toBe(true);
    expect(written()).toEqual(['to budi@x.example']);
  });

  it('takes out of what is only typed that one address', async () => {
    open([]);
    (the('.to input') as HTMLInputElement).value = 'ana@x.example, budi@x.example; ';
    expect(await compose().edits.remove?.(['ana@x.example'])).toBe(true);
    expect(written()).toEqual(['to budi@x.example (typed)']);
  });

  it('takes them out of every field that they stand in', async () => {
    open(['ana@x.example']);
    the('.cc').prepend(chip('ana@x.example', {}));
    expect(await compose().edits.remove?.(['ana@x.example'])).toBe(true);
    expect(written()).toEqual([]);
  });

  it('says so where the page keeps them', async () => {
    open(['ana@x.example'], { keepsChips: true });
    expect(await compose().edits.remove?.(['ana@x.example'])).toBe(false);
    expect(written()).toEqual(['to ana@x.example']);
  });

  it('offers nothing of which the data says no way', () => {
    open(['ana@x.example']);
    const bare: FieldHooks = { chips: { at: ['.to .chip'], from: 'title' } };
    const { edits } = compose({ to: bare, cc: {}, bcc: {} });
    expect([edits.remove, edits.moveToBcc]).toEqual([undefined, undefined]);
  });
});

describe('moving people to Bcc', () => {
  let both: readonly string[];
  beforeEach(() => {
    both = ['ana@x.example', 'budi@x.example'];
  });

  it.each(['Enter', ',', 'blur'] as const)('adds and takes away each, where %j makes a chip', async (commits) => {
    open(both, { commits });
    expect(await compose().edits.moveToBcc?.(both)).toBe(true);
    expect([...written()].sort()).toEqual(['bcc ana@x.example', 'bcc budi@x.example']);
  });

  it('opens Bcc where it is folded away', async () => {
    open(both, { foldedBcc: true });
    expect(await compose().edits.moveToBcc?.(['ana@x.example'])).toBe(true);
    expect([...written()].sort()).toEqual(['bcc ana@x.example', 'to budi@x.example']);
  });

  it('counts an address that stays as typed, and takes it away above', async () => {
    open(both, { commits: 'never' });
    expect(await compose().edits.moveToBcc?.(['ana@x.example'])).toBe(true);
    expect([...written()].sort()).toEqual(['bcc ana@x.example (typed)', 'to budi@x.example']);
  });

  it('leaves nobody out where the page has no Bcc to write in', async () => {
    open(both, { foldedBcc: true });
    the('.show-bcc').remove();
    expect(await compose().edits.moveToBcc?.(both)).toBe(false);
    expect(written()).toEqual(['to ana@x.example', 'to budi@x.example']);
  });

  it('writes no name where an address belongs', async () => {
    open(['Semua wartawan']);
    expect(await compose().edits.moveToBcc?.(['Semua wartawan'])).toBe(false);
    expect(written()).toEqual(['to Semua wartawan']);
  });
});
