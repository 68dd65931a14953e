import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answer, type Handlers } from '@/lib/bus/bus.ts';
import { answerTeam, askTeam, lookTeams, onTeamNews, type TeamPlaceAnswers, teamNews } from '@/lib/bus/team.ts';
import { ok } from '@/lib/domain/result.ts';
import type { TeamAnswers } from '@/lib/domain/team-acts.ts';

const own = { id: fakeBrowser.runtime.id, url: 'chrome-extension://test-extension-id/ledger.html' };
const nothing = { teams: [], joining: [] };
const place = (over: Partial<TeamPlaceAnswers> = {}): TeamPlaceAnswers => ({
  answers: async () => ({ state: async () => ok(nothing) }) as unknown as TeamAnswers,
  look: vi.fn(async () => undefined),
  answered: vi.fn(),
  ...over,
});

/** What one sender gets back for one message. */
const send = (message: unknown, sender: unknown): Promise<unknown> =>
  new Promise((resolve) => {
    const taken = vi
      .mocked(listened)
      .mock.calls.map(([listener]) => (listener as (...all: unknown[]) => unknown)(message, sender, resolve));
    if (!taken.includes(true)) resolve('ignored');
  });
let listened: typeof fakeBrowser.runtime.onMessage.addListener;

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  listened = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener') as never;
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path) => `chrome-extension://test-extension-id${path}`);
});

describe('the place of the teams', () => {
  it('answers pages of ours and says when it has; a page of a site is not heard', async () => {
    const here = place();
    answerTeam(here);
    const question = { izinTeam: 'state', question: null };
    expect(await send(question, { ...own, url: 'https://mail.example/' })).toBe('ignored');
    expect(await send(question, { ...own, id: 'another' })).toBe('ignored');
    expect(here.answered).not.toHaveBeenCalled();
    expect(await send(question, own)).toEqual({ team: ok(nothing) });
    expect(here.answered).toHaveBeenCalledOnce();
  });

  it('says what it does not know, and why it could not answer', async () => {
    answerTeam(place());
    const strange = { izinTeam: 'constructor', question: null };
    expect(await send(strange, own)).toEqual({
      team: { ok: false, error: { kind: 'malformed', detail: 'constructor' } },
    });
    vi.mocked(listened).mockClear();
    answerTeam(place({ answers: () => Promise.reject(new Error('key-lost')) }));
    const question = { izinTeam: 'state', question: null };
    expect(await send(question, own)).toEqual({ team: { ok: false, error: { kind: 'ledger', detail: 'key-lost' } } });
  });

  it('looks when the background says so', async () => {
    const here = place();
    answerTeam(here);
    expect(await send({ izinTeams: 'look' }, own)).toBe('ignored');
    expect(here.look).toHaveBeenCalledOnce();
    expect(await lookTeams()).toBeUndefined();
  });
});

describe('a page that asks', () => {
  it('is told of no team, and begins nothing, where there is none', async () => {
    const teamHost = vi.fn(async () => ({ there: false }));
    answer({ teamHost } as unknown as Handlers);
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((message) => send(message, own) as never);
    expect(await askTeam('state', null)).toEqual(ok(nothing));
    expect(teamHost).toHaveBeenCalledWith({ begin: false }, expect.anything());
  });

  it('has the place made before it asks for more, and is told when nobody answers', async () => {
    const teamHost = vi.fn(async () => ({ there: true }));
    answer({ teamHost } as unknown as Handlers);
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((message) => send(message, own) as never);
    expect(await askTeam('look', { team: 'x' })).toEqual({ ok: false, error: { kind: 'no-host' } });
    expect(teamHost).toHaveBeenCalledWith({ begin: true }, expect.anything());
    answerTeam(place());
    expect(await askTeam('state', null)).toEqual(ok(nothing));
  });

  it('hears that something changed, until it goes', async () => {
    const [page, host] = [new AbortController(), new AbortController()];
    const tell = teamNews(host.signal);
    const heard = new Promise<void>((resolve) => onTeamNews(resolve, page.signal));
    tell();
    await heard;
    const later = vi.fn();
    onTeamNews(later, page.signal);
    page.abort();
    tell();
    await new Promise<void>((resolve) => {
      onTeamNews(resolve, host.signal);
      tell();
    });
    expect(later).not.toHaveBeenCalled();
    host.abort();
  });
});
