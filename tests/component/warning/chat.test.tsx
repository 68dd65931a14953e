import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '@/entrypoints/warning/app.tsx';
import { createWarning } from '@/entrypoints/warning/store.ts';
import type { ask } from '@/lib/bus/bus.ts';
import type { ToGuard } from '@/lib/bus/warning-port.ts';
import { ok } from '@/lib/domain/result.ts';
import type { Verdict } from '@/lib/domain/verdict.ts';
import { setLanguage } from '@/lib/platform/words.ts';
import { faultsOf } from '../kit/axe.ts';
import { aDraft, aFinding, aVerdict, held } from './builders.ts';

// On a busy machine a press takes its time.
vi.setConfig({ testTimeout: 30_000 });
beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  setLanguage('en');
  vi.unstubAllGlobals();
});

const CHAT = { address: 'chat:Dewi L', field: 'direct', name: 'Dewi L' } as const;
const draft = aDraft({ channel: 'whatsapp', recipients: [CHAT] });
const unbound = aFinding({
  rule: 'unknown-person',
  tier: 'T1',
  law: [],
  subjects: [CHAT],
  fixes: [
    { kind: 'bind-chat', addresses: [CHAT.address] },
    { kind: 'skip-thread', addresses: [CHAT.address] },
  ],
});
const shared = aFinding({
  rule: 'shared-title',
  tier: 'T2',
  law: [],
  subjects: [
    { ...CHAT, name: 'Dewi', outlet: 'Harian Pagi', personId: 'd1' },
    { ...CHAT, name: 'Dewi', outlet: 'Radio Teluk', personId: 'd2' },
  ],
  fixes: [{ kind: 'choose-person', addresses: [CHAT.address] }],
});
const DEWI = { id: 'p7', name: 'Dewi Lestari', outlet: 'Harian Pagi' };

async function shown(verdict: Verdict) {
  const asked: { name: string; question: unknown }[] = [];
  const posted: ToGuard[] = [];
  const background = async (name: string, question: { query?: string }): Promise<unknown> => {
    asked.push({ name, question });
    if (name === 'findings') return ok({ verdict, summary: {} });
    if (name === 'find') return ok({ people: question.query?.toLowerCase().startsWith('dewi') ? [DEWI] : [] });
    return ok(name === 'record' ? { revision: 2 } : null);
  };
  const post = (message: ToGuard): void => void posted.push(message);
  const door = createWarning({ secret: 's1', ask: background as typeof ask, post, openLedger: () => undefined });
  const { container } = render(<App door={door} onHeight={() => undefined} />);
  await act(async () => door.hear(held(draft)));
  return { asked, posted, container, user: userEvent.setup({ delay: null }) };
}

describe('a chat that is bound to nobody', () => {
  it('is bound to a person who is found by the chat’s own title', async () => {
    const { user, asked } = await shown(aVerdict([unbound]));
    await user.click(screen.getByText('Bind this chat to a person'));
    expect(screen.getByLabelText('Whose chat is this?')).toHaveValue('Dewi L');
    await user.click(await screen.findByText('Dewi Lestari'));
    expect(asked.find(({ name }) => name === 'record')?.question).toEqual({
      secret: 's1',
      act: { kind: 'bind-chat', personId: 'p7', address: 'chat:Dewi L', channel: 'whatsapp' },
    });
  });

  it('is bound to somebody new under the name that is typed', async () => {
    const { user, asked } = await shown(aVerdict([unbound]));
    await user.click(screen.getByText('Bind this chat to a person'));
    await user.clear(screen.getByLabelText('Whose chat is this?'));
    await user.type(screen.getByLabelText('Whose chat is this?'), 'Rina');
    await user.click(screen.getByText('Add “Rina” as a new person'));
    expect(asked.find(({ name }) => name === 'record')?.question).toMatchObject({
      act: { kind: 'add-person', name: 'Rina', address: 'chat:Dewi L' },
    });
  });

  it('is skipped for this thread, and judged again', async () => {
    const { user, asked } = await shown(aVerdict([unbound]));
    await user.click(screen.getByText('Skip this thread'));
    expect(asked.map(({ name }) => name)).toEqual(['findings', 'skip', 'findings']);
    expect(asked[1]?.question).toMatchObject({ secret: 's1', addresses: ['chat:Dewi L'] });
  });

  it.each(['en', 'id'] as const)('has no fault for assistive technology (%s)', async (language) => {
    setLanguage(language);
    const { container, user } = await shown(aVerdict([unbound, shared]));
    for (const button of container.querySelectorAll<HTMLElement>('[data-fix="choose-person"]'))
      await user.click(button);
    expect(await faultsOf(container)).toEqual([]);
  });
});

describe('a title that two people share', () => {
  it('asks which of them it is, and tells the guard', async () => {
    const { user, posted } = await shown(aVerdict([shared]));
    await user.click(screen.getByText('Say who it is'));
    const choices = screen.getByRole('list', { name: 'Who' });
    await user.click(within(choices).getByRole('button', { name: /Radio Teluk/ }));
    expect(posted.at(-1)).toEqual({ kind: 'choose', address: 'chat:Dewi L', personId: 'd2' });
  });
});
