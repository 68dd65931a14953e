import type { FileKind } from '../domain/file-reading.ts';
import type { Entry } from './archive.ts';
import { isTable } from './csv.reader.ts';
import type { Bytes } from './source.ts';
import { headText } from './text-bytes.ts';

/** Formats by the first bytes, which decide before any name does. */
const SIGNS: readonly (readonly [FileKind, number, readonly number[]])[] = [
  ['zip', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['zip', 0, [0x50, 0x4b, 0x05, 0x06]],
  ['ole', 0, [0xd0, 0xcf, 0x11, 0xe0]],
  ['rtf', 0, [0x7b, 0x5c, 0x72, 0x74]],
  ['packed', 0, [0x1f, 0x8b]],
  ['packed', 0, [0x52, 0x61, 0x72, 0x21]],
  ['packed', 0, [0x37, 0x7a, 0xbc, 0xaf]],
  ['packed', 0, [0xfd, 0x37, 0x7a, 0x58]],
  ['packed', 0, [0x42, 0x5a, 0x68]],
  ['picture', 0, [0x89, 0x50, 0x4e, 0x47]],
  ['picture', 0, [0xff, 0xd8, 0xff]],
  ['picture', 0, [0x47, 0x49, 0x46, 0x38]],
  ['picture', 0, [0x49, 0x49, 0x2a, 0x00]],
  ['picture', 0, [0x4d, 0x4d, 0x00, 0x2a]],
  ['picture', 8, [0x57, 0x45, 0x42, 0x50]],
  ['media', 4, [0x66, 0x74, 0x79, 0x70]],
  ['media', 0, [0x49, 0x44, 0x33]],
  ['media', 0, [0x4f, 0x67, 0x67, 0x53]],
  ['media', 0, [0x1a, 0x45, 0xdf, 0xa3]],
  ['media', 8, [0x57, 0x41, 0x56, 0x45]],
];

/** Bytes that tell a format; a PDF may begin within its first 1,024 (ISO 32000 implementation notes). */
export const HEAD = 64 * 1024;

/** What a file is; `name` only tells one kind of text from another. Of a zip the entries tell more. */
export function kindOfBytes(head: Bytes, name: string): FileKind {
  const sign = SIGNS.find(([, at, bytes]) => bytes.every((byte, index) => head[at + index] === byte));
  if (sign) return isStillPicture(sign[0], head) ? 'picture' : sign[0];
  if (latin(head.subarray(0, 1_024)).includes('%PDF-')) return 'pdf';
  const text = headText(head);
  if (text === undefined) return head.length === 0 ? (claimOf(name) ?? 'txt') : 'unknown';
  return kindOfText(text, name);
}

/** HEIC and AVIF share the container of films. */
const isStillPicture = (kind: FileKind, head: Bytes): boolean =>
  kind === 'media' && /^ftyp(?:hei|mif|avi)/.test(latin(head.subarray(4, 12)));

const latin = (bytes: Bytes): string => String.fromCharCode(...bytes);

function kindOfText(text: string, name: string): FileKind {
  const start = text.slice(0, 2_000).trimStart();
  if (/^BEGIN:VCARD/i.test(start)) return 'vcf';
  if (/^<!doctype html|^<html|^(?:<\?xml[^>]*>\s*)?<(?:html|table|meta|head)\b/i.test(start)) return 'html';
  if (/^(?:<\?xml[^>]*>\s*)?<svg\b/i.test(start)) return 'picture';
  const claim = claimOf(name);
  if (claim === 'csv' || claim === 'eml' || claim === 'html') return claim;
  if (/^(?:Received|Return-Path|MIME-Version|Delivered-To|From|Date|Message-ID): .+\r?\n[\w-]+:/i.test(start))
    return 'eml';
  return isTable(text) ? 'csv' : 'txt';
}

/** A zip that is a document, by what lies in it. */
export function kindOfZip(entries: ReadonlyMap<string, Entry>, mimetype: string): FileKind {
  if (entries.has('xl/workbook.xml') || entries.has('xl/workbook.bin')) return 'xlsx';
  if (mimetype.includes('opendocument.spreadsheet')) return 'ods';
  if (mimetype.includes('opendocument.presentation')) return 'odp';
  if (mimetype.includes('opendocument')) return 'odt';
  for (const path of entries.keys()) {
    if (/^word\/document\d*\.xml$/.test(path)) return 'docx';
    if (/^ppt\/presentation\d*\.xml$/.test(path)) return 'pptx';
  }
  return 'zip';
}

const BY_EXTENSION: Readonly<Record<string, FileKind>> = Object.fromEntries(
  (
    [
      ['xlsx', 'xlsx xlsm xltx xltm xlsb'],
      ['docx', 'docx docm dotx dotm'],
      ['pptx', 'pptx pptm ppsx potx ppsm'],
      ['ods', 'ods ots'],
      ['odt', 'odt ott'],
      ['odp', 'odp otp'],
      ['csv', 'csv tsv tab'],
      ['txt', 'txt text md log json xml ics yaml yml ini'],
      ['html', 'html htm xhtml mht'],
      ['vcf', 'vcf vcard'],
      ['eml', 'eml'],
      ['rtf', 'rtf'],
      ['pdf', 'pdf'],
      ['zip', 'zip'],
      ['packed', 'rar 7z gz tgz bz2 xz tar'],
      ['ole', 'doc xls ppt dot xlt pot msg'],
      ['picture', 'png jpg jpeg gif webp bmp heic heif avif tif tiff svg'],
      ['media', 'mp3 mp4 m4a mov avi mkv webm ogg wav aac'],
    ] satisfies readonly (readonly [FileKind, string])[]
  ).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind])),
);

/** What a name promises; undefined: nothing that is known. */
export const claimOf = (name: string): FileKind | undefined =>
  BY_EXTENSION[/\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''];

const TEXTS: readonly FileKind[] = ['txt', 'csv', 'vcf', 'eml'];
/** Whether it is worth saying that a file is not what its name promises. */
export const isOther = (claim: FileKind | undefined, kind: FileKind): claim is FileKind =>
  claim !== undefined && claim !== kind && kind !== 'unknown' && !(TEXTS.includes(claim) && TEXTS.includes(kind));
