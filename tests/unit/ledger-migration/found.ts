import type { Ledger } from '@/lib/ledger/ledger.ts';
import { SPACE } from './story.ts';

const mail = (address: string) => ({ channel: 'email', address }) as const;
export const ASKED_OF = [
  mail('sari.wulandari@harian.example'),
  { channel: 'whatsapp', address: '+62 812-0000-4711' },
  mail('budi@kabar.example'),
  mail('maya@suara.example'),
  mail('tono@lintas.example'),
  mail('dodi@pos.example'),
  mail('rahma@warta.example'),
] as const;

/** What a ledger finds in its database: by list, by address, by datum. */
export async function found(ledger: Ledger) {
  const page = await ledger.listPeople(SPACE, { limit: 100 });
  const [at, owners] = await Promise.all([
    ledger.peopleAt([SPACE], ASKED_OF),
    ledger.ownersOf([SPACE], [{ kind: 'birth_date', value: '1988-02-29' }]),
  ]);
  return {
    people: page.people,
    total: page.total,
    at: ASKED_OF.map(({ address }, index) => [address, (at[index] ?? []).map(({ person }) => person.id)]),
    owner: owners[0]?.person.id,
    topics: await ledger.topicsOf(SPACE),
    policy: await ledger.policy(SPACE),
    activity: await ledger.activity({ limit: 100 }),
    broken: await ledger.verifyChain(),
    differences: await ledger.differences(),
  };
}

export type Found = Awaited<ReturnType<typeof found>>;
