import { describe, expect, it } from 'vitest';
import { aConsent, aPerson, aPoint, aSuppression } from '../domain/builders.ts';
import { aPlace, judged, only, told, toRecipient } from './builders.ts';

const inChat = { channel: 'whatsapp', audience: 'people' } as const;
const agreed = { records: [aConsent({ channels: ['whatsapp'] })] };
const dewi = (id: string, outlet: string, rest = {}) =>
  aPerson({ id, name: 'Dewi', outlet }, { points: [aPoint({ channel: 'whatsapp', address: 'chat:Dewi' })], ...rest });

describe('shared-title', () => {
  const first = dewi('d1', 'Harian Pagi', agreed);
  const second = dewi('d2', 'Radio Teluk', agreed);

  it('holds a chat whose title two people share, and asks which of them it is', () => {
    const chat = toRecipient('chat:Dewi', [first, second], { field: 'direct' });
    const finding = only(judged({ recipients: [chat] }, inChat), 'shared-title');
    expect(finding).toMatchObject({ tier: 'T2', title: { params: { title: 'Dewi', count: 2 } } });
    expect(finding.subjects.map(({ personId, outlet }) => [personId, outlet])).toEqual([
      ['d1', 'Harian Pagi'],
      ['d2', 'Radio Teluk'],
    ]);
    expect(finding.fixes).toEqual([{ kind: 'choose-person', addresses: ['chat:Dewi'] }]);
  });

  it('is silent where one is bound, where it is a thread, and where it is a number', () => {
    for (const [address, people] of [
      ['chat:Dewi', [first]],
      ['thread:9', [first, second]],
      ['+6281255501001', [first, second]],
    ] as const)
      expect(told(judged({ recipients: [toRecipient(address, people, { field: 'direct' })] }, inChat))).toEqual([]);
  });

  it('takes the same person in two spaces for one', () => {
    const elsewhere = { ...second, person: { ...second.person, space: 'team' } };
    const chat = toRecipient('chat:Dewi', [first, elsewhere], { field: 'direct' });
    expect(told(judged({ recipients: [chat] }, inChat))).toEqual([]);
  });

  it('leaves the stricter of both standing until it is answered', () => {
    const stopped = dewi('d2', 'Radio Teluk', { suppressions: [aSuppression()] });
    const chat = toRecipient('chat:Dewi', [first, stopped], { field: 'direct' });
    expect(told(judged({ recipients: [chat] }, inChat))).toEqual(['opted-out T4', 'shared-title T2']);
  });
});

describe('hidden-members', () => {
  const group = toRecipient('Grup Media', [], { field: 'direct', group: true });
  const inGroup = { channel: 'whatsapp', audience: 'group' } as const;
  const term = { id: 't1', phrases: ['Proyek Garuda'], class: 'secret', cleared: [] } as const;

  it('tells of a group chat, of a group chip and of a mailing list', () => {
    expect(told(judged({ recipients: [group] }, inGroup))).toEqual(['hidden-members T1']);
    const chip = toRecipient('Media nasional', [], { group: true });
    expect(told(judged({ recipients: [chip] }))).toEqual(['hidden-members T1']);
    const list = toRecipient('wartawan@googlegroups.com');
    expect(told(judged({ recipients: [list] }))).toEqual(['hidden-members T1', 'unknown-person T0']);
  });

  it('offers to show the members, and to remove the group', () => {
    const { fixes } = only(judged({ recipients: [group] }, inGroup), 'hidden-members');
    expect(fixes.map(({ kind, addresses }) => [kind, addresses])).toEqual([
      ['show-members', ['Grup Media']],
      ['remove-people', ['Grup Media']],
    ]);
  });

  it('holds when a classified term, an embargo or specific data would go there, and shows the words', () => {
    const place = aPlace('Proyek Garuda');
    const secret = only(judged({ recipients: [group], terms: [{ term, place }] }, inGroup), 'hidden-members');
    expect(secret.tier).toBe('T2');
    expect(secret.evidence.at(-1)?.params?.words).toBe('Proyek Garuda');
    const nik = {
      kind: 'nik',
      place: aPlace('3171…'),
      value: '3171',
      confidence: 1,
      owner: 'unknown' as const,
    };
    expect(only(judged({ recipients: [group], identifiers: [nik] }, inGroup), 'hidden-members').tier).toBe('T2');
    const own = { ...nik, kind: 'bank_account', owner: 'self' as const };
    expect(only(judged({ recipients: [group], identifiers: [own] }, inGroup), 'hidden-members').tier).toBe('T1');
  });

  it('leaves alone what is only quoted, what is public, and data of no specific kind', () => {
    const quoted = { term, place: aPlace('Proyek Garuda', { zone: 'quoted' }) };
    expect(only(judged({ recipients: [group], terms: [quoted] }, inGroup), 'hidden-members').tier).toBe('T1');
    const mail = {
      kind: 'email',
      place: aPlace('a@b.example'),
      value: 'a@b.example',
      confidence: 1,
      owner: 'unknown' as const,
    };
    expect(only(judged({ recipients: [group], identifiers: [mail] }, inGroup), 'hidden-members').tier).toBe('T1');
  });

  it('is silent where members are listed, for a list among our own, for one in the ledger, and for a public post', () => {
    const listed = toRecipient('+6281255501001', [aPerson({}, agreed)], { field: 'direct' });
    expect(told(judged({ recipients: [listed] }, inGroup))).toEqual([]);
    const own = toRecipient('semua@lists.humas.example', [], { outsider: false });
    expect(told(judged({ recipients: [own] }))).toEqual([]);
    const known = toRecipient('wartawan@googlegroups.com', [aPerson({}, { records: [aConsent()] })]);
    expect(told(judged({ recipients: [known] }))).toEqual([]);
    expect(told(judged({ recipients: [group] }, { channel: 'public_post', audience: 'public' }))).toEqual([]);
  });
});

describe('what goes without words', () => {
  const sari = toRecipient('+6281255501001', [aPerson({}, agreed)], { field: 'direct' });

  it.each(['voice', 'sticker', 'picture', 'share', 'call'] as const)(
    'is said for a %s, and holds nothing',
    (content) => {
      const verdict = judged({ recipients: [sari] }, { ...inChat, content, unreadable: ['content'] });
      expect(verdict).toMatchObject({ tier: 'T0', complete: false });
      expect(only(verdict, 'surface-degraded').title.key).toBe(`rule_surface-degraded_content_${content}`);
    },
  );

  it('stands beside what could not be read of the page', () => {
    const verdict = judged({ recipients: [sari] }, { ...inChat, content: 'voice', unreadable: ['content', 'body'] });
    expect(told(verdict)).toEqual(['surface-degraded T0', 'surface-degraded T0']);
  });
});

describe('a chat whose title anybody may bear', () => {
  const tab = (people: Parameters<typeof toRecipient>[1]) => {
    const facts = toRecipient('chat:Dewi', people, { field: 'direct' });
    return { ...facts, recipient: { ...facts.recipient, unsure: true } };
  };

  it('waits until it is bound', () => {
    const finding = only(judged({ recipients: [tab([])] }, inChat), 'unknown-person');
    expect(finding).toMatchObject({ tier: 'T2', fixes: [{ kind: 'bind-chat' }, { kind: 'skip-thread' }] });
  });

  it('goes once it is', () => {
    expect(told(judged({ recipients: [tab([dewi('d1', 'Harian Pagi', agreed)])] }, inChat))).toEqual([]);
  });
});
