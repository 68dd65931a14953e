import type { FileKind } from '../domain/file-reading.ts';
import { reader as csv } from './csv.reader.ts';
import { reader as docx } from './docx.reader.ts';
import { reader as html } from './html.reader.ts';
import { odp, ods, odt } from './odf.reader.ts';
import { reader as pptx } from './pptx.reader.ts';
import type { Reader } from './reader.ts';
import { reader as txt } from './txt.reader.ts';
import { reader as vcf } from './vcf.reader.ts';
import { reader as xlsx } from './xlsx.reader.ts';
import { reader as zip } from './zip.reader.ts';

const READERS: readonly Reader[] = [csv, docx, html, odp, ods, odt, pptx, txt, vcf, xlsx, zip];

/** Written out, because scripts and tests run without a bundler's glob. */
export const readerOf = (kind: FileKind): Reader | undefined => READERS.find((reader) => reader.kind === kind);
