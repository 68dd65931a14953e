import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { escapeXml } from '@/entrypoints/background/omnibox.ts';
import { skip, skippedIn } from '@/entrypoints/background/skipped.ts';
import { rememberWriting } from '@/entrypoints/background/watched.ts';
import { revision } from '@/lib/bus/bus.ts';
import type { Draft } from '@/lib/domain/draft.ts';
import { browser } from '@/lib/platform/browser.ts';
import { askPanel, takeAsked } from '@/lib/platform/panel.ts';

beforeEach(() => fakeBrowser.reset());

const chat = (conversation: string, address = 'chat:Kurir'): Draft => ({
  surface: 'whatsapp',
  channel: 'whatsapp',
  audience: 'people',
  recipients: [{ field: 'direct', address }],
  text: '',
  attachments: [],
  conversation,
  unreadable: [],
});

describe('a chat that is skipped', () => {
  it('is skipped in that conversation alone, and open drafts are judged again', async () => {
    const before = await revision();
    await skip(chat('c1'), ['chat:Kurir']);
    expect([...(await skippedIn(chat('c1')))]).toEqual(['chat:Kurir']);
    expect([...(await skippedIn(chat('c2')))]).toEqual([]);
    expect([...(await skippedIn(chat('c1', 'chat:Dewi')))]).toEqual([]);
    expect(await revision()).toBe(before + 1);
  });

  it('is remembered in the memory of the session, never on disk', async () => {
    await skip(chat('c1'), ['chat:Kurir']);
    expect(JSON.stringify(await browser.storage.local.get(null))).not.toContain('Kurir');
    expect(JSON.stringify(await browser.storage.session.get(null))).toContain('Kurir');
  });
});

describe('whom a tab writes to', () => {
  const writing = {
    surface: 'gmail',
    channel: 'email',
    audience: 'people',
    recipients: [],
    problems: [],
  } as const;
  const kept = async () => (await browser.storage.session.get('writing:7'))['writing:7'];

  it('is not forgotten because another frame lost its focus', async () => {
    await rememberWriting(7, 2, writing);
    await rememberWriting(7, 0, null);
    expect(await kept()).toEqual({ ...writing, frameId: 2 });
    await rememberWriting(7, 2, null);
    expect(await kept()).toBeUndefined();
  });
});

describe('a question for the panel', () => {
  it('is answered once', async () => {
    await askPanel('Sari');
    expect((await takeAsked())?.query).toBe('Sari');
    expect(await takeAsked()).toBeUndefined();
  });
});

describe('a line of the address bar', () => {
  it('is XML that no name can break', () => {
    expect(escapeXml(`Tom & "Jerry" <b>'x'</b>`)).toBe('Tom &amp; &quot;Jerry&quot; &lt;b&gt;&apos;x&apos;&lt;/b&gt;');
    expect(escapeXml('a\u0000b\u001bc\ud800d')).toBe('abcd');
    expect(escapeXml('Zoë 🌿 – ok')).toBe('Zoë 🌿 – ok');
  });
});
