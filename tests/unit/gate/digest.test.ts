import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../lib/domain/draft.ts';
import { digestOf } from '../../../lib/gate/digest.ts';

const aDraft = (over: Partial<Draft> = {}): Draft => ({
  surface: 'gmail',
  channel: 'email',
  audience: 'people',
  text: 'Hello',
  attachments: [],
  unreadable: [],
  recipients: [{ field: 'to', address: 'ana@x.example' }],
  subject: 'Hi',
  ...over,
});
const same = (a: Partial<Draft>, b: Partial<Draft>): boolean => digestOf(aDraft(a)) === digestOf(aDraft(b));

describe('a digest', () => {
  it.each([
    ['a chip and the text it was', { recipients: [{ field: 'to', address: 'Ana <ANA@x.example>', pending: true }] }],
    ['an address with and without a name', { recipients: [{ field: 'to', address: 'ana@x.example', name: 'Ana' }] }],
    [
      'an address that is shown twice',
      {
        recipients: [
          { field: 'to', address: 'ana@x.example' },
          { field: 'to', address: 'ana@x.example' },
        ],
      },
    ],
    ['zero-width characters and line ends', { text: 'Hel\u200blo\r\n' }],
    ['the purpose, which is chosen in the warning', { purpose: 'pr_media' }],
  ] as const)('is the same for %s', (_, over) => {
    expect(same({}, over as Partial<Draft>)).toBe(true);
  });

  it.each([
    ['another field', { recipients: [{ field: 'bcc', address: 'ana@x.example' }] }],
    [
      'one more recipient',
      {
        recipients: [
          { field: 'to', address: 'ana@x.example' },
          { field: 'cc', address: 'b@x.example' },
        ],
      },
    ],
    ['another word', { text: 'Hallo' }],
    ['another subject', { subject: 'Hey' }],
    ['another quote', { quoted: 'secret' }],
    ['one more file', { attachments: [{ name: 'a.pdf' }] }],
    ['something that could not be read', { unreadable: ['recipients'] }],
    ['another conversation', { conversation: '42' }],
    ['a sticker instead', { content: 'sticker' }],
    ['everybody as its readers', { audience: 'public' }],
    ['somebody else behind the same title', { recipients: [{ field: 'to', address: 'ana@x.example', person: 'p1' }] }],
  ] as const)('differs for %s', (_, over) => {
    expect(same({}, over as unknown as Partial<Draft>)).toBe(false);
  });
});
