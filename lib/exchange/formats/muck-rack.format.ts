import type { Format } from './format.ts';

/** Media lists as journalist databases write them (Muck Rack, Cision and their like): outlet, beats, profile. Only in. */
export default {
  id: 'muck_rack',
  layout: {
    recognises: (headings) =>
      ['outlet', 'outlets', 'mediaoutlet', 'publication', 'outletname'].some((one) => headings.has(one)) &&
      ['muckrackurl', 'muckrackprofile', 'muckrack', 'beats', 'coversbeats', 'outlettype', 'contactid'].some((one) =>
        headings.has(one),
      ) &&
      ['name', 'fullname', 'journalist', 'firstname', 'contactname'].some((one) => headings.has(one)),
    fields: {
      title: 'role',
      outlets: 'outlet',
      outletname: 'outlet',
      mediaoutlet: 'outlet',
      outlettype: null,
      beats: 'topics',
      coversbeats: 'topics',
      twitter: 'x_dm',
      twitterhandle: 'x_dm',
      twitterurl: 'x_dm',
      linkedinurl: 'linkedin_msg',
      muckrackurl: null,
      muckrackprofile: null,
      muckrack: null,
      bio: null,
      location: null,
      verified: null,
      domainauthority: null,
      uvm: null,
      contactid: null,
    },
  },
} satisfies Format;
