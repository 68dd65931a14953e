import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PersonPage } from '@/components/ledger/person-page.tsx';
import type { Change } from '@/lib/domain/op.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import { setLanguage } from '@/lib/platform/words.ts';
import { agreed, aPerson, aPolicy, faults, NOW } from './people.ts';

afterEach(() => {
  cleanup();
  setLanguage('en');
});

const show = (state: PersonState, write = vi.fn(async (_: readonly Change[]) => undefined)) => {
  const drawn = render(
    <PersonPage state={state} policy={aPolicy()} now={NOW} write={write} onRemove={() => undefined} />,
  );
  return { ...drawn, write };
};

describe('a person', () => {
  it.each(['en', 'id'] as const)('has no fault for assistive technology (%s)', async (language) => {
    setLanguage(language);
    const { container } = show(agreed());
    expect(await faults(container)).toEqual([]);
  });

  it('shows consent as a table of purposes by channels, with words and dates in each cell', () => {
    show(agreed());
    const grid = screen.getByRole('table', { name: /Consent of Sari Wulandari/ });
    expect(within(grid).getByRole('rowheader', { name: 'Press pitch' })).toBeVisible();
    expect(
      within(grid)
        .getAllByRole('columnheader')
        .map((one) => one.textContent),
    ).toEqual(['E-mail', 'WhatsApp']);
    expect(
      within(grid)
        .getAllByRole('button')
        .map((one) => one.textContent),
    ).toEqual(['Agreed · since 1 Jun 2026', 'No consent on record']);
  });

  it('is walked with the arrow keys, and a cell opens what can be recorded for it', async () => {
    const user = userEvent.setup();
    show(agreed());
    const [email, whatsapp] = within(screen.getByRole('table')).getAllByRole('button');
    email?.focus();
    await user.keyboard('{ArrowRight}');
    expect(whatsapp).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByLabelText('What was said')).toHaveValue('given');
    expect(screen.getByRole('checkbox', { name: 'WhatsApp' })).toBeChecked();
    expect(screen.getByRole('checkbox', { name: 'E-mail' })).not.toBeChecked();
  });

  it('writes a consent event with its evidence', async () => {
    const user = userEvent.setup();
    const { write } = show(aPerson());
    await user.click(screen.getByRole('button', { name: 'Record consent' }));
    await user.type(screen.getByLabelText("The person's own words"), 'Ya, boleh lewat surel.');
    await user.click(screen.getByRole('button', { name: 'Record' }));
    const event = write.mock.calls[0]?.[0].find((change) => change.kind === 'consent');
    expect(event).toMatchObject({
      event: { state: 'given', by_relation: 'self', evidence: { excerpt: 'Ya, boleh lewat surel.' } },
    });
    expect(screen.queryByRole('form', { name: 'Record what the person said' })).not.toBeInTheDocument();
  });

  it('begins a record at its first question, and Escape leaves it where it was opened', async () => {
    const user = userEvent.setup();
    show(aPerson());
    await user.click(screen.getByRole('button', { name: 'Record consent' }));
    expect(screen.getByLabelText('What was said')).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('form', { name: 'Record what the person said' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Record consent' })).toHaveFocus();
  });

  it('blocks a person by keyboard alone, and gives the keyboard back', async () => {
    const user = userEvent.setup();
    const { write } = show(aPerson());
    await user.click(screen.getByRole('button', { name: /Mark as/ }));
    await user.keyboard('Telepon 3 November{Enter}');
    expect(write).toHaveBeenCalledWith([
      expect.objectContaining({
        kind: 'suppression',
        suppression: expect.objectContaining({ scope: 'all', source: 'Telepon 3 November' }),
      }),
    ]);
    expect(screen.getByRole('button', { name: /Mark as/ })).toHaveFocus();
  });

  it('says why a wrong step is refused, and keeps what was typed', async () => {
    const user = userEvent.setup();
    const refused = { key: 'refusal_transition', params: { from_word: 'state_given', to_word: 'state_refused' } };
    render(
      <PersonPage
        state={agreed()}
        policy={aPolicy()}
        now={NOW}
        write={async () => refused}
        onRemove={() => undefined}
      />,
    );
    await user.click(screen.getByRole('button', { name: 'Record a withdrawal' }));
    await user.selectOptions(screen.getByLabelText('What was said'), 'refused');
    await user.click(screen.getByRole('button', { name: 'Record' }));
    expect(await screen.findByRole('status')).toHaveTextContent(
      '“refused” cannot follow “agreed” for this purpose and channel.',
    );
    expect(screen.getByLabelText('What was said')).toHaveValue('refused');
  });

  it('shows "do not contact" above every consent, and lifts it by name', async () => {
    const user = userEvent.setup();
    const { write } = show({
      ...agreed(),
      suppressions: [{ id: 's1', scope: 'all', since: '2026-10-12T01:00:00.000Z', source: 'Balasan surel' }],
    });
    expect(within(screen.getByRole('table')).getAllByRole('button')[0]).toHaveTextContent(
      'Do not contact · since 12 Oct 2026',
    );
    await user.click(screen.getByRole('button', { name: 'Lift this' }));
    expect(write).toHaveBeenCalledWith([{ kind: 'suppression-lifted', suppressionId: 's1' }]);
  });

  it('does not keep an address that is none', async () => {
    const user = userEvent.setup();
    const { write } = show(aPerson());
    await user.type(screen.getByLabelText('Address, number or handle'), 'bukan alamat');
    await user.click(screen.getByRole('button', { name: 'Add address' }));
    expect(screen.getByRole('alert')).toHaveTextContent('cannot be read as an address for e-mail');
    expect(write).not.toHaveBeenCalled();
  });

  it('asks before it removes', async () => {
    const user = userEvent.setup();
    const onRemove = vi.fn();
    render(
      <PersonPage state={aPerson()} policy={aPolicy()} now={NOW} write={async () => undefined} onRemove={onRemove} />,
    );
    const [remove] = within(screen.getByRole('banner')).getAllByRole('button', { name: 'Remove' });
    await user.click(remove!);
    expect(onRemove).not.toHaveBeenCalled();
    await user.click(within(screen.getByRole('banner')).getByRole('button', { name: 'Remove' }));
    expect(onRemove).toHaveBeenCalledOnce();
  });
});
