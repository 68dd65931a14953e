import { describe, expect, it } from 'vitest';
import { withReadings } from '@/entrypoints/background/files.ts';
import type { AttachmentRef, Draft } from '@/lib/domain/draft.ts';
import type { FileReading } from '@/lib/domain/file-reading.ts';

const reading = (text: string): FileReading =>
  ({ name: 'a.csv', parts: [{ where: {}, text }], complete: true, reasons: [] }) as unknown as FileReading;
const draftWith = (ref: AttachmentRef): Draft => ({
  surface: 'gmail',
  channel: 'email',
  audience: 'people',
  recipients: [],
  text: '',
  attachments: [ref],
  unreadable: [],
});

describe('the words of files in the background', () => {
  it('stand in for an id that was told before', () => {
    const words = reading('satu');
    expect(withReadings(draftWith({ name: 'a.csv', id: 'one', state: 'read', reading: words })).missing).toEqual([]);
    const again = withReadings(draftWith({ name: 'a.csv', id: 'one', state: 'read' }));
    expect(again.missing).toEqual([]);
    expect(again.draft.attachments[0]?.reading).toBe(words);
  });

  it('are missed where they were never told, and nothing else is', () => {
    expect(withReadings(draftWith({ name: 'a.csv', id: 'never', state: 'read' })).missing).toEqual(['never']);
    expect(withReadings(draftWith({ name: 'a.csv', id: 'later', state: 'waiting' })).missing).toEqual([]);
    expect(withReadings(draftWith({ name: 'a.csv', state: 'unseen' })).missing).toEqual([]);
  });

  it('make room: the oldest go first, and are missed then', () => {
    const long = 'x'.repeat(5_000_000);
    for (const id of ['old', 'middle', 'new'])
      withReadings(draftWith({ name: 'a.csv', id, state: 'read', reading: reading(long) }));
    expect(withReadings(draftWith({ name: 'a.csv', id: 'old', state: 'read' })).missing).toEqual(['old']);
    expect(withReadings(draftWith({ name: 'a.csv', id: 'new', state: 'read' })).missing).toEqual([]);
  });
});
