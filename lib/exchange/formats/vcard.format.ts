import type { Format } from './format.ts';

export default {
  id: 'vcard',
  opens: {
    from: 'text',
    recognises: (text) => /^\s*BEGIN\s*:\s*VCARD\s*$/im.test(text.slice(0, 4_096)),
    read: async (pieces, running) => {
      const { readVcard } = await import('../vcard/read-vcard.ts');
      return readVcard([...pieces].join(''), running);
    },
  },
  writes: {
    suffix: '.vcf',
    type: 'text/vcard;charset=utf-8',
    carries: () => true,
    write: async (people, fields, context, running) => {
      const [{ writeCard }, { eachPerson, sheafOf }] = await Promise.all([
        import('../vcard/write-vcard.ts'),
        import('../out.ts'),
      ]);
      const cards: string[] = [];
      // A card without a name is none (RFC 6350 §6.2.1).
      const wanted = [...new Set(['name' as const, ...fields])];
      for await (const person of eachPerson(people, running)) cards.push(writeCard(sheafOf(person, wanted, context)));
      return cards;
    },
  },
} satisfies Format;
