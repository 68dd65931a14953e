import { expect, test } from 'vitest';
import { copiesUnread } from '@/lib/surfaces/copies.ts';
import type { BoxHooks } from '@/lib/surfaces/hooks.ts';

const box: BoxHooks = { name: 'mail', root: ['form'], editor: ['textarea'], send: ['button'], keys: 'none' };
const field = { typed: { at: ['input'] } };

test('names the copies that nobody pointed at', () => {
  expect(copiesUnread('email', { ...box, to: field })).toEqual(['cc', 'bcc']);
  expect(copiesUnread('email', { ...box, to: field, cc: field })).toEqual(['bcc']);
  expect(copiesUnread('email', { ...box, to: field, cc: field, bcc: field })).toEqual([]);
});

test('a chat and a post have no copies', () => {
  expect(copiesUnread('whatsapp', box)).toEqual([]);
  expect(copiesUnread('email', { ...box, audience: 'public' })).toEqual([]);
});
