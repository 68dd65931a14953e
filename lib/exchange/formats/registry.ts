import csv from './csv.format.ts';
import type { Format, FormatId, Writes } from './format.ts';
import google from './google.format.ts';
import hubspot from './hubspot.format.ts';
import mailchimp from './mailchimp.format.ts';
import muckRack from './muck-rack.format.ts';
import outlook from './outlook.format.ts';
import tsv from './tsv.format.ts';
import vcard from './vcard.format.ts';
import xlsx from './xlsx.format.ts';

/** In the order in which they are asked; `csv` takes whatever text is left. */
export const FORMATS: readonly Format[] = [xlsx, vcard, google, outlook, hubspot, mailchimp, muckRack, tsv, csv];

/** Formats that people can be written in, the commonest first. */
export const WRITERS: readonly { readonly id: FormatId; readonly writes: Writes }[] = [
  csv,
  xlsx,
  vcard,
  google,
  outlook,
  tsv,
].flatMap(({ id, writes }) => (writes ? [{ id, writes }] : []));
