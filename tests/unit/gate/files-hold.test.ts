// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '@/lib/domain/draft.ts';
import type { FileReading } from '@/lib/domain/file-reading.ts';
import { aPage, aSummary, type FakePage, fire } from './fake-page.ts';

const reading = { name: 'daftar.xlsx', parts: [], complete: true, reasons: [] } as unknown as FileReading;

let page: FakePage;
let answer: (it: FileReading | undefined) => void;
beforeEach(async () => {
  vi.useFakeTimers();
  page = aPage();
  page.readFile = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  await page.write('Terlampir.');
  page.draft = { attachments: [{ name: 'daftar.xlsx' }], showsFiles: true };
  const desk = page.gate.desk();
  desk?.files.caught([new File(['x'], 'daftar.xlsx')], desk);
  await vi.advanceTimersByTimeAsync(200);
});
afterEach(() => {
  page.end();
  vi.useRealTimers();
});

const judgedOf = (): readonly Draft[] =>
  page.asked.flatMap(({ name, question }) => (name === 'judge' ? [(question as { draft: Draft }).draft] : []));
const press = async (): Promise<void> => {
  fire(page.send, 'click');
  await vi.advanceTimersByTimeAsync(100);
};

describe('a send with a file that is being read', () => {
  it('waits for it, and goes once by itself when it is read and nothing is found', async () => {
    await press();
    expect(page.sent).toEqual([]);
    answer(reading);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(page.sent).toEqual(['Terlampir.']);
    expect(judgedOf().at(-1)?.attachments[0]).toMatchObject({ state: 'read', reading });
  });

  it('stays held when something is found in it', async () => {
    page.judge = ({ attachments }) => aSummary(attachments[0]?.reading ? { tier: 'T3', count: 1 } : {});
    await press();
    answer(reading);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(page.sent).toEqual([]);
  });

  it('passes untouched once it was read and judged before', async () => {
    answer(reading);
    await vi.advanceTimersByTimeAsync(300);
    expect(fire(page.send, 'click')).toBe(true);
    expect(page.sent).toEqual(['Terlampir.']);
  });

  it('tells the words of the file again where the background has slept', async () => {
    let slept = true;
    page.judge = ({ attachments }) => {
      const missing = slept && attachments[0]?.state === 'read' ? ['f'] : undefined;
      if (missing) slept = false;
      return aSummary(missing ? { missing } : {});
    };
    answer(reading);
    await vi.advanceTimersByTimeAsync(300);
    const read = judgedOf().filter(({ attachments }) => attachments[0]?.state === 'read');
    expect(read).toHaveLength(2);
    expect(read[1]?.attachments[0]).toMatchObject({ reading });
  });
});
