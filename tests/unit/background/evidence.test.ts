import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { saidOf, takeWords } from '@/entrypoints/background/evidence.ts';
import { hear } from '@/entrypoints/background/hearing.ts';
import { evidenceNow } from '@/lib/bus/evidence.ts';
import { heardNow, passOver } from '@/lib/bus/heard.ts';
import type { Draft } from '@/lib/domain/draft.ts';
import { browser } from '@/lib/platform/browser.ts';
import type { Selected } from '@/lib/surfaces/selected.ts';

const asked: { readonly target: unknown; readonly files: unknown }[] = [];
let answers: readonly unknown[] | Error = [];

beforeEach(() => {
  fakeBrowser.reset();
  asked.length = 0;
  answers = [];
  Object.assign(browser, {
    scripting: {
      executeScript: async (injection: { target: unknown; files: unknown }) => {
        asked.push(injection);
        if (answers instanceof Error) throw answers;
        return answers.map((result) => ({ result }));
      },
    },
  });
});

const selected = (over: Partial<Selected> = {}): Selected => ({
  text: 'Tolong jangan kirim lagi',
  host: 'mail.google.com',
  message: '#msg-f:2',
  own: false,
  writers: [{ raw: 'sari@lentera.example', name: 'Sari', sure: true }],
  ...over,
});
const NOW = '2026-11-22T05:00:00.000Z';

describe('taking words from a page', () => {
  it('reads one frame once, and keeps excerpt, hash of the whole, place and sender in the session alone', async () => {
    const text = `Tolong jangan kirim lagi. ${'kata '.repeat(200)}`;
    answers = [selected({ text })];
    await takeWords({ tabId: 7, frameId: 3 });
    expect(asked).toEqual([{ target: { tabId: 7, frameIds: [3] }, files: ['content-scripts/evidence.js'] }]);
    const evidence = await evidenceNow();
    expect(evidence).toMatchObject({
      kind: 'said',
      tabId: 7,
      said: {
        sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
        heard: { outcome: 'stop', words: 'Tolong jangan kirim lagi' },
        channel: 'email',
        locator: 'mail.google.com #msg-f:2',
        writers: [{ channel: 'email', address: 'sari@lentera.example', name: 'Sari', sure: true }],
      },
    });
    expect(evidence?.kind === 'said' && evidence.said.excerpt.length).toBeLessThanOrEqual(280);
    expect(JSON.stringify(await browser.storage.session.get(null))).not.toContain(text);
    expect(await browser.storage.local.get(null)).toEqual({});
  });

  it('by the key asks every frame, and takes the one with words', async () => {
    answers = [null, undefined, selected()];
    await takeWords({ tabId: 7 });
    expect(asked).toMatchObject([{ target: { tabId: 7, allFrames: true } }]);
    expect(await evidenceNow()).toMatchObject({ kind: 'said' });
  });

  it('where a page lets nobody read takes what the browser says is selected, and says so where that is nothing', async () => {
    answers = new Error('no access');
    await takeWords({ tabId: 7, frameId: 0, shown: 'Ya, setuju' });
    expect(await evidenceNow()).toMatchObject({ said: { excerpt: 'Ya, setuju', writers: [] } });
    await takeWords({ tabId: 7, frameId: 0 });
    expect(await evidenceNow()).toMatchObject({ kind: 'nothing' });
  });

  it('reads a number, a title and a profile as what they are on that page', async () => {
    const near = async (host: string, writer: Selected['writers'][0]) =>
      (await saidOf(selected({ host, writers: [writer] }), NOW)).writers;
    expect(await near('web.whatsapp.com', { raw: '+62 812-3456-7890', sure: true })).toMatchObject([
      { channel: 'whatsapp' },
    ]);
    expect(await near('web.whatsapp.com', { raw: 'Rani', title: true, sure: true })).toEqual([
      { channel: 'whatsapp', address: 'chat:Rani', sure: true },
    ]);
    expect(await near('www.instagram.com', { raw: 'https://www.instagram.com/rani.k/', sure: false })).toMatchObject([
      { channel: 'instagram_dm' },
    ]);
    expect(await near('surat.test', { raw: 'Rani', title: true, sure: true })).toEqual([]);
  });

  it('does not believe a time that has not come', async () => {
    expect(await saidOf(selected({ saidAt: '2027-01-01T00:00:00.000Z' }), NOW)).not.toHaveProperty('saidAt');
  });
});

describe('opt-out words in a reply', () => {
  const draft = (quoted: string): Draft => ({
    surface: 'gmail',
    channel: 'email',
    audience: 'people',
    recipients: [{ field: 'to', address: 'sari@lentera.example' }],
    text: 'Baik, terima kasih.',
    quoted,
    attachments: [],
    unreadable: [],
  });
  const quote = 'On 3 Nov 2026, Sari <sari@lentera.example> wrote:\nTolong jangan kirim lagi.';

  it('are kept for the panel, with who wrote them, and forgotten with the message', async () => {
    await hear(draft(quote), 7);
    expect(await heardNow(7)).toMatchObject({ words: 'Tolong jangan kirim lagi', from: 'sari@lentera.example' });
    await hear(draft(''), 7);
    expect(await heardNow(7)).toBeUndefined();
  });

  it('are not kept where they are our own, quoted back, or another wish', async () => {
    await hear(
      draft(
        'On 3 Nov 2026, Sari <sari@lentera.example> wrote:\nYa, silakan.\nOn 1 Nov, Humas <h@kota.example> wrote:\nstop',
      ),
      7,
    );
    expect(await heardNow(7)).toBeUndefined();
  });

  it('are not asked about again once they were put aside', async () => {
    await hear(draft(quote), 7);
    await passOver((await heardNow(7))?.sha256 ?? '');
    await hear(draft(`${quote} `), 7);
    expect(await heardNow(7)).toBeUndefined();
  });
});
