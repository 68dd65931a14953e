// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '@/lib/domain/draft.ts';
import type { FileReading } from '@/lib/domain/file-reading.ts';
import { filesIn } from '@/lib/gate/files/caught.ts';
import { createFiles, isWaiting, type ReadFile } from '@/lib/gate/files/files.ts';
import { lighten, remember } from '@/lib/gate/files/light.ts';
import { canBe } from '@/lib/gate/files/names.ts';

const file = (name: string, words = 'x'): File => new File([words], name);
const draftWith = (...attachments: Draft['attachments']): Draft => ({
  surface: 'fake',
  channel: 'email',
  audience: 'people',
  recipients: [],
  text: 'Terlampir.',
  attachments,
  unreadable: [],
});
const reading = { name: 'a', parts: [], complete: true, reasons: [] } as unknown as FileReading;

let end: AbortController;
const message = (): { readonly root: Element } => ({ root: document.body.appendChild(document.createElement('form')) });
beforeEach(() => {
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  document.body.replaceChildren();
});

/** A reader whose answers the test gives, in the order in which the files came. */
function reader() {
  const asked: { readonly name: string; readonly answer: (it: FileReading | undefined) => void; stopped: boolean }[] =
    [];
  const read: ReadFile = ({ name }, { signal }) =>
    new Promise((answer) => {
      const one = { name, answer, stopped: false };
      signal.addEventListener('abort', () => {
        one.stopped = true;
      });
      asked.push(one);
    });
  return { asked, read };
}

describe('the files of a page', () => {
  it('are read from the moment that they are added, and known by their name in the message', async () => {
    const { asked, read } = reader();
    const more = vi.fn();
    const files = createFiles(read, more, end.signal);
    const at = message();
    files.caught([file('daftar.xlsx')], at);
    expect(asked.map(({ name }) => name)).toEqual(['daftar.xlsx']);
    expect(files.known(draftWith({ name: 'daftar.xlsx' }), at).attachments[0]).toMatchObject({ state: 'waiting' });
    expect(isWaiting(files.known(draftWith({ name: 'daftar.xlsx' }), at))).toBe(true);
    more.mockClear();
    asked[0]!.answer(reading);
    await vi.waitFor(() => expect(more).toHaveBeenCalledOnce());
    expect(files.known(draftWith({ name: 'daftar.xlsx' }), at).attachments[0]).toMatchObject({
      state: 'read',
      reading,
    });
  });

  it('are unseen where the page shows one that was never added here', () => {
    const files = createFiles(reader().read, () => {}, end.signal);
    expect(files.known(draftWith({ name: 'dari-awan.pdf' }), message()).attachments).toEqual([
      { name: 'dari-awan.pdf', state: 'unseen' },
    ]);
  });

  it('count no more once the page shows them no more', () => {
    const files = createFiles(reader().read, () => {}, end.signal);
    const at = message();
    files.caught([file('a.csv')], at);
    expect(files.known(draftWith(), at).attachments).toEqual([]);
  });

  it('belong to the message that they were added to, and to the newest of one name', () => {
    const files = createFiles(reader().read, () => {}, end.signal);
    const [one, other] = [message(), message()];
    files.caught([file('a.csv')], one);
    const idIn = (at: typeof one) => files.known(draftWith({ name: 'a.csv' }), at).attachments[0]?.id;
    const first = idIn(one);
    expect(idIn(other)).toBeUndefined();
    files.caught([file('a.csv')], one);
    expect(idIn(one)).not.toBe(first);
  });

  it('go along when a message is opened out into another window of the page', () => {
    const files = createFiles(reader().read, () => {}, end.signal);
    const before = message();
    files.caught([file('a.csv')], before);
    before.root.remove();
    expect(files.known(draftWith({ name: 'a.csv' }), message()).attachments[0]?.state).toBe('waiting');
  });

  it('are not waited for when the user says so, and that is known of them', async () => {
    const { asked, read } = reader();
    const files = createFiles(read, () => {}, end.signal);
    const at = message();
    files.caught([file('a.csv')], at);
    const next = files.next(end.signal);
    files.skip(files.known(draftWith({ name: 'a.csv' }), at));
    await next;
    expect(asked[0]!.stopped).toBe(true);
    asked[0]!.answer(reading);
    await Promise.resolve();
    expect(files.known(draftWith({ name: 'a.csv' }), at).attachments[0]).toMatchObject({ state: 'skipped' });
  });

  it('are lost where their reader ends, and where there is none', async () => {
    const { asked, read } = reader();
    const more = vi.fn();
    const files = createFiles(read, more, end.signal);
    const at = message();
    files.caught([file('a.csv')], at);
    more.mockClear();
    asked[0]!.answer(undefined);
    await vi.waitFor(() => expect(more).toHaveBeenCalled());
    const without = createFiles(undefined, () => {}, end.signal);
    without.caught([file('a.csv')], at);
    for (const each of [files, without])
      expect(each.known(draftWith({ name: 'a.csv' }), at).attachments[0]?.state).toBe('lost');
  });

  it('are forgotten with the message that has left', () => {
    const { asked, read } = reader();
    const files = createFiles(read, () => {}, end.signal);
    const at = message();
    files.caught([file('a.csv')], at);
    files.caught([file('b.csv')], undefined);
    files.left(at, files.known(draftWith({ name: 'b.csv' }), at));
    expect(asked.map(({ stopped }) => stopped)).toEqual([true, true]);
    expect(files.known(draftWith({ name: 'a.csv' }, { name: 'b.csv' }), at).attachments.map((f) => f.state)).toEqual([
      'unseen',
      'unseen',
    ]);
  });
});

describe('the name on a page', () => {
  it.each([
    ['daftar.xlsx', undefined],
    ['Daftar.XLSX', undefined],
    ['laporan keb…2026.xlsx', undefined],
    ['daftar.xlsx', 120_000],
  ])('%s (%s) can be the file', (name, size) => {
    const real = { name: name.includes('…') ? 'laporan keberlanjutan 2026.xlsx' : 'daftar.xlsx', size: 122_880 };
    expect(canBe({ name, ...(size && { size }) }, real)).toBe(true);
  });

  it.each([
    ['daftar.csv', undefined],
    ['dafta', undefined],
    ['daftar.xlsx', 900_000],
  ])('%s (%s) cannot', (name, size) => {
    expect(canBe({ name, ...(size && { size }) }, { name: 'daftar.xlsx', size: 122_880 })).toBe(false);
  });
});

describe('what adds files', () => {
  it('is a hand, never a script', () => {
    const input = document.body.appendChild(Object.assign(document.createElement('input'), { type: 'file' }));
    Object.defineProperty(input, 'files', { value: [file('a.csv')] });
    const heard: number[] = [];
    input.addEventListener('change', (event) => {
      heard.push(filesIn(event).length);
      heard.push(filesIn({ type: 'change', isTrusted: true, composedPath: () => [input] } as unknown as Event).length);
    });
    input.dispatchEvent(new Event('change'));
    expect(heard).toEqual([0, 1]);
  });

  it('is a drop and a paste, and no typing', () => {
    const by = (type: string, more: object) => filesIn({ type, isTrusted: true, ...more } as unknown as Event).length;
    const files = [file('a.csv'), file('b.csv')];
    expect(by('drop', { dataTransfer: { files } })).toBe(2);
    expect(by('paste', { clipboardData: { files } })).toBe(2);
    expect(by('paste', { clipboardData: { files: [] } })).toBe(0);
    expect(by('input', { dataTransfer: { files } })).toBe(0);
  });
});

describe('the words of a file', () => {
  it('are told to the background once', () => {
    const told = new Set<string>();
    const draft = draftWith({ name: 'a.csv', id: 'f1', state: 'read', reading, share: 1 });
    expect(lighten(draft, told).attachments).toEqual([{ name: 'a.csv', id: 'f1', state: 'read', reading }]);
    remember(told, draft);
    expect(lighten(draft, told).attachments).toEqual([{ name: 'a.csv', id: 'f1', state: 'read' }]);
  });
});
