import type { Letter, Peer, Ready } from '@/components/practice/view.ts';
import { EMPTY_LETTER } from '@/components/practice/view.ts';
import { SAMPLE_ROWS } from '@/lib/exchange/sample-rows.ts';
import { t } from '@/lib/platform/words.ts';

export const PEERS: readonly Peer[] = SAMPLE_ROWS.flatMap(({ name, role, whatsapp }) =>
  role === 'kol' && whatsapp ? [{ name, address: whatsapp }] : [],
);

export const READY: { readonly mail: readonly Ready[]; readonly chat: readonly Ready[] } = {
  mail: [
    { id: 'visible', title: 'practice_m_visible', hint: 'practice_m_visible_hint' },
    { id: 'opted', title: 'practice_m_opted', hint: 'practice_m_opted_hint' },
    { id: 'embargo', title: 'practice_m_embargo', hint: 'practice_m_embargo_hint' },
    { id: 'clean', title: 'practice_m_clean', hint: 'practice_m_clean_hint', clean: true },
  ],
  chat: [
    { id: 'withdrawn', title: 'practice_c_withdrawn', hint: 'practice_c_withdrawn_hint' },
    { id: 'number', title: 'practice_c_number', hint: 'practice_c_number_hint' },
  ],
};

type Written = { readonly letter: Letter } | { readonly peer: Peer; readonly body: string };

/** The words of a ready message, in the language of the page. */
export function write(id: string): Written | undefined {
  switch (id) {
    case 'visible':
      return letter(press().join(', '), 'visible');
    case 'opted':
      return letter(mailOf('bima'), 'opted');
    case 'embargo':
      return letter(mailOf('citra'), 'embargo');
    case 'clean':
      return letter(mailOf('rina'), 'clean');
    case 'withdrawn':
      return chat('rangga', t('practice_text_withdrawn'));
    case 'number':
      // Invented: the district and the date have a valid form, the person does not exist.
      return chat('sekar', t('practice_text_number', { phone: '+62 812-0000-0122', nik: '3171014504960003' }));
    default:
      return undefined;
  }
}

const letter = (to: string, about: 'visible' | 'opted' | 'embargo' | 'clean'): Written => ({
  letter: { ...EMPTY_LETTER, to, subject: t(`practice_text_${about}_subject`), body: t(`practice_text_${about}`) },
});

function chat(key: string, body: string): Written | undefined {
  const row = SAMPLE_ROWS.find((each) => each.key === key);
  const peer = PEERS.find((each) => each.address === row?.whatsapp);
  return peer && { peer, body };
}

const addressed = (name: string, email: string | undefined): string => `${name} <${email ?? ''}>`;
const mailOf = (key: string): string =>
  SAMPLE_ROWS.filter((row) => row.key === key)
    .map((row) => addressed(row.name, row.email))
    .join();

/** All who agreed and may be written to: the mistake is only that they see each other. */
const press = (): readonly string[] =>
  SAMPLE_ROWS.filter((row) => row.email && row.role !== 'kol' && row.story === undefined).map((row) =>
    addressed(row.name, row.email),
  );
