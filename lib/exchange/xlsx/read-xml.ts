import { XmlError, type XmlHandler, xmlReader } from './xml.ts';
import { ZipError } from './zip-read.ts';

/** One part of a workbook. Throws `ZipError('damaged')`. */
export async function readXml(pieces: AsyncIterable<Uint8Array>, handler: Partial<XmlHandler>): Promise<void> {
  const xml = xmlReader(handler);
  try {
    for await (const piece of pieces) xml.push(piece);
    xml.end();
  } catch (thrown) {
    throw thrown instanceof XmlError ? new ZipError('damaged') : thrown;
  }
}
