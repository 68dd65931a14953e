import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Summary } from '@/lib/bus/messages.ts';

const summary = (count: number, tier: Summary['tier'] = 'T1'): Summary => ({
  tier,
  count,
  complete: true,
  revision: 1,
  validUntil: 0,
});

const said: string[] = [];
let showBadge: typeof import('@/entrypoints/background/badge.ts').showBadge;
beforeEach(async () => {
  fakeBrowser.reset();
  vi.resetModules();
  said.length = 0;
  Object.assign(fakeBrowser.action, {
    setBadgeText: async ({ text }: { readonly text: string }) => void said.push(`text ${text}`),
    setBadgeBackgroundColor: async ({ color }: { readonly color: string }) => void said.push(color),
  });
  ({ showBadge } = await import('@/entrypoints/background/badge.ts'));
});

describe('the badge of a tab', () => {
  it('says how many things there are, in the colour of what is held or advised', async () => {
    await showBadge(7, summary(2));
    await showBadge(7, summary(1, 'T3'));
    expect(said).toEqual(['#9A6A00', 'text 2', '#A63D2A', 'text 1']);
  });

  it('is taken away when nothing is left to say, and is left alone while it stays so', async () => {
    await showBadge(7, summary(2));
    for (let times = 0; times < 3; times += 1) await showBadge(7, summary(0, 'T0'));
    await showBadge(7, summary(2));
    expect(said).toEqual(['#9A6A00', 'text 2', 'text ', '#9A6A00', 'text 2']);
  });

  it('is tried again where it could not be taken away, and is nothing for what is in no tab', async () => {
    Object.assign(fakeBrowser.action, { setBadgeText: vi.fn().mockRejectedValueOnce(new Error('no such tab')) });
    await expect(showBadge(7, summary(0, 'T0'))).rejects.toThrow('no such tab');
    await showBadge(7, summary(0, 'T0'));
    await showBadge(undefined, summary(2));
    expect(fakeBrowser.action.setBadgeText).toHaveBeenCalledTimes(2);
    expect(said).toEqual([]);
  });
});
