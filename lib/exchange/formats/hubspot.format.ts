import type { Format } from './format.ts';

/** A contact export of HubSpot: labels of its default properties. Only in. */
export default {
  id: 'hubspot',
  layout: {
    recognises: (headings) =>
      headings.has('email') &&
      (headings.has('recordid') || headings.has('contactid')) &&
      ['lifecyclestage', 'leadstatus', 'contactowner', 'marketingcontactstatus', 'createdate'].some((one) =>
        headings.has(one),
      ),
    fields: {
      recordid: null,
      contactid: null,
      email: 'email',
      workemail: 'email',
      additionalemailaddresses: 'email',
      companyname: 'outlet',
      associatedcompany: 'outlet',
      associatedcompanyids: null,
      jobtitle: 'role',
      phonenumber: 'phone',
      mobilephonenumber: 'phone',
      whatsappphonenumber: 'whatsapp',
      linkedinbio: null,
      twitterusername: 'x_dm',
      preferredlanguage: 'language',
      unsubscribedfromallemail: 'no_email',
      contactowner: null,
      leadstatus: null,
      lifecyclestage: null,
      marketingcontactstatus: null,
      marketingcontactstatussource: null,
      legalbasisforprocessingcontactsdata: null,
      createdate: null,
      lastactivitydate: null,
      lastmodifieddate: null,
      timezone: null,
    },
  },
} satisfies Format;
