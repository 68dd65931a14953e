import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageKeyCounts, watchCommands } from '@/entrypoints/background/commands.ts';
import { rememberWriting } from '@/entrypoints/background/watched.ts';
import { browser } from '@/lib/platform/browser.ts';

const asked: { readonly tab: number; readonly message: unknown; readonly frame: unknown }[] = [];
let press: (command: string, tab?: { readonly id: number }) => void;

beforeEach(() => {
  fakeBrowser.reset();
  asked.length = 0;
  Object.assign(browser, {
    commands: {
      getAll: async () => [],
      onCommand: {
        addListener: (listener: typeof press) => {
          press = listener;
        },
      },
    },
  });
  Object.assign(browser.tabs, {
    sendMessage: async (tab: number, message: unknown, where: { readonly frameId: number }) => {
      asked.push({ tab, message, frame: where.frameId });
      return { answer: null };
    },
  });
});

describe('the command that shows what was found', () => {
  const writing = {
    surface: 'whatsapp',
    channel: 'whatsapp',
    audience: 'people',
    recipients: [],
    problems: [],
  } as const;

  it('asks the frame in which somebody writes', async () => {
    await rememberWriting(7, 3, writing);
    watchCommands();
    press('look', { id: 7 });
    await vi.waitFor(() =>
      expect(asked).toEqual([{ tab: 7, message: { izinGuard: 'look', question: null }, frame: 3 }]),
    );
  });

  it('asks the page itself where nobody has written yet, and nothing for another command', async () => {
    watchCommands();
    press('other', { id: 8 });
    press('look', { id: 8 });
    await vi.waitFor(() => expect(asked).toMatchObject([{ tab: 8, frame: 0 }]));
  });
});

describe('the same key in the page', () => {
  const withKey = async (shortcut: string): Promise<boolean> => {
    Object.assign(browser.commands, { getAll: async () => [{ name: 'open-panel' }, { name: 'look', shortcut }] });
    return pageKeyCounts();
  };

  it.each(['Alt+Shift+I', '⌥⇧I', ''])('counts while the command has %j', async (shortcut) => {
    expect(await withKey(shortcut)).toBe(true);
  });

  it.each(['Ctrl+Shift+9', 'Alt+Shift+K', 'MacCtrl+Shift+I'])('does not once the user chose %s', async (shortcut) => {
    expect(await withKey(shortcut)).toBe(false);
  });
});
