import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PeopleList } from '@/components/ledger/people-list.tsx';
import { aPerson, NOW } from './people.ts';

vi.setConfig({ testTimeout: 30_000 });

// jsdom gives nothing a size, and a list without height shows no row.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(320);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const named = (name: string) => {
  const state = aPerson(name);
  return { ...state, person: { ...state.person, id: name.toLowerCase() } };
};
const show = (total: number, names: readonly string[], counting = false) =>
  render(
    <PeopleList
      query=""
      onQuery={() => undefined}
      total={total}
      counting={counting}
      rows={new Map(names.map((name, at) => [at, named(name)]))}
      onRange={() => undefined}
      purpose="pr_media"
      now={NOW}
      damaged={0}
      empty={null}
    />,
  );

describe('the list of people', () => {
  it('is walked with the arrow keys from the search down and up again', async () => {
    const user = userEvent.setup();
    show(2, ['Ayu', 'Budi']);
    const search = screen.getByRole('searchbox', { name: 'Find a person' });
    search.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('link', { name: /Budi/ })).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('link', { name: /Budi/ })).toHaveFocus();
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(search).toHaveFocus();
  });

  it('holds only what is in sight, and tells each row its place among all', () => {
    show(10_000, ['Ayu', 'Budi']);
    const rows = screen.getAllByRole('listitem');
    expect(rows.length).toBeLessThan(60);
    expect(rows[1]).toHaveAttribute('aria-posinset', '2');
    expect(rows[1]).toHaveAttribute('aria-setsize', '10000');
  });

  it('of a million is no higher than a browser can draw, and ends with the last', () => {
    show(1_000_000, ['Ayu', 'Budi']);
    const box = screen.getByRole('region', { name: 'List of people' });
    const height = Number.parseFloat(screen.getByRole('list').style.blockSize);
    expect(height).toBeLessThan(16_000_000);
    box.scrollTop = height - 600;
    fireEvent.scroll(box);
    const last = screen.getAllByRole('listitem').at(-1);
    expect(last).toHaveAttribute('aria-posinset', '1000000');
  });

  it('says that it is still looking', () => {
    show(3, ['Ayu'], true);
    expect(screen.getByRole('status')).toHaveTextContent('3 people so far, still looking');
  });
});
