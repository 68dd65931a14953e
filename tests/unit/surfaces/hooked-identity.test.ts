import { beforeEach, describe, expect, it } from 'vitest';
import { createIdentity, type Identity } from '../../../lib/surfaces/hooked/identity.ts';

const header = (): Element => ({}) as Element;

let now = 0;
let identity: Identity;
beforeEach(() => {
  now = 0;
  identity = createIdentity(() => now);
});
const seen = (thread: string, label: string, at: Element): boolean => identity.agrees({ thread, label, header: at });

describe('which thread goes with which header', () => {
  it('is taken as it stands when the page is first seen', () => {
    expect(seen('1', 'ana', header())).toBe(true);
  });

  it('is clear at once when address and header changed together', () => {
    seen('1', 'ana', header());
    expect(seen('2', 'budi', header())).toBe(true);
  });

  it('is in doubt while the address is new and the header the old one, however long that lasts', () => {
    const old = header();
    seen('1', 'ana', old);
    expect(seen('2', 'ana', old)).toBe(false);
    now = 60_000;
    expect(seen('2', 'ana', old)).toBe(false);
  });

  it('is clear again once the header was rendered for the new thread', () => {
    const old = header();
    seen('1', 'ana', old);
    seen('2', 'ana', old);
    expect(seen('2', 'budi', old)).toBe(true);
  });

  it('is in doubt where a known thread shows the header of another known one', () => {
    const at = header();
    seen('1', 'ana', at);
    seen('2', 'budi', at);
    expect(seen('1', 'budi', at)).toBe(false);
    expect(seen('1', 'ana', at)).toBe(true);
  });

  it('lets two chats share a title once the header is a new one, and was seen twice', () => {
    seen('1', 'ana', header());
    const anew = header();
    expect(seen('2', 'ana', anew)).toBe(false);
    now = 299;
    expect(seen('2', 'ana', anew)).toBe(false);
    now = 300;
    expect(seen('2', 'ana', anew)).toBe(true);
    expect(seen('1', 'ana', header())).toBe(true);
  });

  it('is not doubted where one of the two is not shown', () => {
    seen('1', 'ana', header());
    expect(seen('2', '', header())).toBe(true);
    expect(seen('', 'ana', header())).toBe(true);
  });
});
