import { columns } from '../columns.ts';
import type { OutField } from '../fields.ts';
import { eachPerson, sheafOf } from '../out.ts';
import { joinList } from '../table.ts';
import { writeCsv } from '../write-csv.ts';
import type { Format } from './format.ts';

/** Headings of the CSV that Outlook and Outlook.com write and read; what they have no place for is not carried. */
const HEADER = [
  'Title',
  'First Name',
  'Middle Name',
  'Last Name',
  'Suffix',
  'Nickname',
  'Company',
  'Job Title',
  'E-mail Address',
  'E-mail 2 Address',
  'E-mail 3 Address',
  'Mobile Phone',
  'Business Phone',
  'Other Phone',
  'Categories',
  'Notes',
  'Language',
] as const;
const PLACES: Readonly<Partial<Record<OutField, readonly (typeof HEADER)[number][]>>> = {
  name: ['First Name'],
  honorific: ['Title'],
  nicknames: ['Nickname'],
  outlet: ['Company'],
  role: ['Job Title'],
  email: ['E-mail Address', 'E-mail 2 Address', 'E-mail 3 Address'],
  whatsapp: ['Mobile Phone'],
  phone: ['Business Phone', 'Other Phone'],
  groups: ['Categories'],
  notes: ['Notes'],
  language: ['Language'],
};

export default {
  id: 'outlook',
  layout: {
    recognises: (headings) =>
      (headings.has('emailaddress') || headings.has('email2address')) &&
      headings.has('lastname') &&
      (headings.has('businessphone') || headings.has('mobilephone') || headings.has('emaildisplayname')),
    fields: {
      title: 'honorific',
      suffix: 'name_suffix',
      company: 'outlet',
      department: null,
      jobtitle: 'role',
      profession: null,
      emailaddress: 'email',
      email2address: 'email',
      email3address: 'email',
      emailtype: null,
      email2type: null,
      email3type: null,
      emaildisplayname: null,
      email2displayname: null,
      email3displayname: null,
      mobilephone: 'phone',
      businessphone: 'phone',
      businessphone2: 'phone',
      homephone: 'phone',
      homephone2: 'phone',
      primaryphone: 'phone',
      otherphone: 'phone',
      companymainphone: null,
      assistantsphone: null,
      assistantsname: null,
      managersname: null,
      businessfax: null,
      homefax: null,
      otherfax: null,
      pager: null,
      telex: null,
      categories: 'groups',
      givenyomi: null,
      surnameyomi: null,
      initials: null,
      webpage: null,
      sensitivity: null,
      priority: null,
      private: null,
    },
  },
  writes: {
    suffix: '.csv',
    type: 'text/csv;charset=utf-8',
    carries: (field) => field in PLACES,
    write: async (people, fields, context, running) => {
      const out = columns(HEADER);
      let line = 1;
      for await (const person of eachPerson(people, running)) {
        line += 1;
        const cells = sheafOf(person, fields, context).flatMap(([field, values]) => {
          const places = PLACES[field] ?? [];
          // What is more than there are places shares the last of them.
          return places.map((place, at): [string, string] => [
            place,
            joinList(at === places.length - 1 ? values.slice(at) : values.slice(at, at + 1), '; '),
          ]);
        });
        out.record(line, cells);
      }
      return [writeCsv([out.header(), ...out.rows().map(({ cells }) => cells)], { mark: true })];
    },
  },
} satisfies Format;
