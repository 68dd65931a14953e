import type { FileKind } from '../domain/file-reading.ts';
import { attribute } from '../exchange/xlsx/xml.ts';
import { contentXml } from './odf/content.ts';
import { readEmbedded, readPart } from './pack.ts';
import type { Job, Reader } from './reader.ts';

/** OpenDocument (ODF 1.3): text, sheets, slides, all in one `content.xml`. */
const odf = (kind: FileKind): Reader => ({
  kind,
  async read(job) {
    if (await isLocked(job)) {
      job.reasons.add('encrypted');
      return;
    }
    const content = contentXml(job, kind);
    try {
      await readPart(job, 'content.xml', content.handler);
    } finally {
      content.end();
    }
    let into = false;
    await readPart(job, 'meta.xml', {
      open(name) {
        into = name === 'creator' || name === 'initial-creator';
      },
      close() {
        into = false;
      },
      text(piece) {
        if (into) job.out.author(piece);
      },
    });
    await readEmbedded(job, /^Object [^/]+$/);
  },
});

export const ods = odf('ods');
export const odt = odf('odt');
export const odp = odf('odp');

/** A locked one is a plain zip whose parts are encrypted one by one, as its manifest says (part 2, 3.4). */
async function isLocked(job: Job): Promise<boolean> {
  let locked = false;
  await readPart(job, 'META-INF/manifest.xml', {
    open(name, attributes) {
      if (name === 'encryption-data' || (name === 'file-entry' && attribute(attributes, 'checksum-type') !== undefined))
        locked = true;
    },
  });
  return locked || job.entries.has('encrypted-package');
}
