import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ReceiptPage } from '@/components/ledger/receipt-page.tsx';
import { readableReceipt } from '@/lib/exchange/receipt/readable.ts';
import { setLanguage } from '@/lib/platform/words.ts';
import { aWhole, OFFICE, OTHERS, speech } from '../../unit/exchange/receipt-sample.ts';
import { faults, NOW } from './people.ts';

afterEach(() => {
  cleanup();
  setLanguage('en');
});

const show = (language: 'id' | 'en', copied = false) => {
  const receipt = readableReceipt(
    { person: { name: 'Sari Wulandari' }, whole: aWhole(), parties: OFFICE.parties, at: NOW, zone: 'Asia/Jakarta' },
    speech(language),
  );
  const events = { onLanguage: vi.fn(), onPrint: vi.fn(), onCopy: vi.fn() };
  return { ...render(<ReceiptPage receipt={receipt} copied={copied} {...events} />), ...events };
};

describe('a receipt', () => {
  it.each(['id', 'en'] as const)(
    'has no fault for assistive technology (%s)',
    async (language) => {
      setLanguage(language);
      const { container } = show(language);
      expect(await faults(container)).toEqual([]);
    },
    30_000,
  );

  it('is a sheet in the person’s language on a page in the user’s', () => {
    show('id');
    const sheet = screen.getByRole('article', { name: 'Tanda terima persetujuan' });
    expect(sheet).toHaveAttribute('lang', 'id');
    expect(within(sheet).getByRole('region', { name: 'Cara menariknya kembali' })).toHaveTextContent('balas STOP');
    expect(screen.getByRole('button', { name: 'Print' })).toBeVisible();
  });

  it('tells every term with its words', () => {
    show('en');
    const used = screen.getByRole('region', { name: 'What was agreed' });
    expect(within(used).getByRole('term')).toHaveTextContent('Press pitch');
    expect(
      within(used)
        .getAllByRole('definition')
        .map((one) => one.textContent),
    ).toEqual(['E-mail: agreed, since 1 May 2026 · until 1 May 2027', 'WhatsApp: withdrew, since 1 June 2026']);
  });

  it('shows nobody else', () => {
    const { container } = show('en');
    expect(OTHERS.filter((other) => container.textContent?.includes(other))).toEqual([]);
  });

  it('is printed, copied and said in another language by its buttons, by keyboard', async () => {
    const user = userEvent.setup();
    const { onPrint, onCopy, onLanguage } = show('en');
    await user.tab();
    await user.keyboard('{Enter}');
    await user.tab();
    await user.keyboard('{Enter}');
    expect([onPrint.mock.calls.length, onCopy.mock.calls.length]).toEqual([1, 1]);
    await user.selectOptions(screen.getByLabelText('Language of the receipt'), 'id');
    expect(onLanguage).toHaveBeenCalledWith('id');
  });

  it('says that it was copied', () => {
    show('en', true);
    expect(screen.getByRole('status')).toHaveTextContent('Copied.');
  });
});
