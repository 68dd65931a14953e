// @vitest-environment node
import { expect, it } from 'vitest';
import { contactability } from '@/lib/domain/contactability.ts';
import type { Channel } from '@/lib/domain/enums.ts';
import { practicePolicy, samplePeople } from '@/lib/exchange/sample.ts';
import { SAMPLE_ROWS } from '@/lib/exchange/sample-rows.ts';
import { aLedger, opened } from '../../unit/ledger/open.ts';

const NOW = '2026-11-22T02:00:00.000Z';

async function filled() {
  const ledger = await aLedger();
  opened(await ledger.append([...samplePeople('practice', NOW), practicePolicy('practice', NOW)]));
  return ledger;
}

async function answerAt(channel: Channel, address: string): Promise<string> {
  const ledger = await filled();
  const [states = []] = await ledger.peopleAt(['practice'], [{ channel, address }]);
  expect(states).toHaveLength(1);
  return contactability(states, { purpose: 'pr_media', channel, at: NOW }).answer;
}

it('is accepted by the ledger as it stands', async () => {
  const ledger = await filled();
  const page = await ledger.listPeople('practice', { limit: 100 });
  expect(page.total).toBe(SAMPLE_ROWS.length);
  expect((await ledger.policy('practice')).ownDomains).toEqual(['humas.example']);
});

it('taken twice changes nothing', async () => {
  const ledger = await filled();
  expect(opened(await ledger.append(samplePeople('practice', NOW)))).toEqual([]);
});

it('has a release whose embargo is three days off, with the agreements of two people', async () => {
  const ledger = await filled();
  const [release] = await ledger.releases(['practice']);
  expect(release).toMatchObject({ liftsAt: '2026-11-25T02:00:00.000Z', zone: 'WIB' });
  expect(release?.agreements.map((each) => each.personId)).toEqual(['sample-rina', 'sample-dimas']);
});

it.each([
  ['email', 'rina@harianfajar.example', 'allow'],
  ['email', 'bima@wartapesisir.example', 'block'],
  ['email', 'laras@majalahteras.example', 'block'],
  ['whatsapp', '+6281200000114', 'allow'],
  ['whatsapp', '+6281200000122', 'block'],
  ['whatsapp', '0812-0000-0121', 'allow'],
] as const)('answers by %s to %s: %s', async (channel, address, answer) => {
  expect(await answerAt(channel, address)).toBe(answer);
});

it('knows the one whose consent has run out', async () => {
  expect(await answerAt('email', 'yusuf@radiosamudra.example')).not.toBe('allow');
});

it('uses no domain that anybody could own', () => {
  const domains = SAMPLE_ROWS.flatMap((row) => row.email?.split('@')[1] ?? []);
  expect(domains.filter((domain) => !domain.endsWith('.example'))).toEqual([]);
});
