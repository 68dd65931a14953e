import type { Format } from './format.ts';

/**
 * An audience export of Mailchimp: one file for those who are subscribed, one for those who left (`UNSUB_TIME`), one for
 * dead addresses. "Subscribed" is no evidence: the row becomes unknown. `TAGS` are quoted words with commas. Only in.
 */
export default {
  id: 'mailchimp',
  layout: {
    recognises: (headings) => headings.has('emailaddress') && (headings.has('leid') || headings.has('euid')),
    fields: {
      emailaddress: 'email',
      fname: 'first_name',
      lname: 'last_name',
      memberrating: null,
      optintime: null,
      confirmtime: null,
      lastchanged: null,
      cc: null,
      region: null,
      leid: null,
      euid: null,
      unsubtime: 'no_email',
      unsubcampaigntitle: null,
      unsubcampaignid: null,
      unsubreason: null,
      unsubreasonother: null,
      cleantime: null,
      cleancampaigntitle: null,
      tags: 'groups',
      notes: 'notes',
    },
    arrange: (header, rows) => {
      const tags = header.findIndex((heading) => /^tags$/i.test(heading.trim()));
      if (tags === -1) return { header, rows };
      return {
        header,
        rows: Array.from(rows, (row) => ({
          ...row,
          cells: row.cells.map((cell, index) => (index === tags ? cell.replaceAll('"', '') : cell)),
        })),
      };
    },
  },
} satisfies Format;
