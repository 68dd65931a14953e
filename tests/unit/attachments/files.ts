import { strToU8, type Zippable, zipSync } from 'fflate';
import { readAttachment } from '@/lib/attachments/read.ts';
import type { FileReading } from '@/lib/domain/file-reading.ts';

export type Bytes = Uint8Array<ArrayBuffer>;
export const bytesOf = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text));

/** Paths with what stands there, as a zip. */
export const aZip = (files: Readonly<Record<string, string | Uint8Array>>): Bytes =>
  new Uint8Array(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([path, body]) => [path, typeof body === 'string' ? strToU8(body) : body]),
      ) as Zippable,
      { level: 6 },
    ),
  );

export const read = (name: string, bytes: Bytes | string): Promise<FileReading> =>
  readAttachment({ name, bytes: typeof bytes === 'string' ? bytesOf(bytes) : bytes }, { budget: 60_000 });

/** Words of the parts that are hidden so; without `hiding` those that are shown. */
export const words = (reading: FileReading, hiding?: string): string =>
  reading.parts
    .filter(({ hidden }) => hidden === hiding)
    .map(({ text }) => text)
    .join('\n');

/** Invented people, as rows of a list. */
export const people = (count: number): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, at) => [
    `Orang ${at + 1}`,
    `orang${at + 1}@kabar.example`,
    `0812${String(10_000_000 + at * 37)}`,
  ]);
