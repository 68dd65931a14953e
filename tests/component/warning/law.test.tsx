import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Law } from '@/components/warning/law.tsx';

it('each row of a law says where and when it was read, and how sure we are of it', async () => {
  const row = { source: 'undang.example', read: '2026-11' };
  render(
    <Law
      refs={[
        { pack: 'ID_PDP', article: 'Pasal 1', mark: 'V' },
        { pack: 'ID_PDP', article: 'Pasal 2', mark: 'V2' },
        { pack: 'EU_GDPR', article: 'Art. 3', mark: 'NV' },
        { pack: 'IZIN', article: 'A figure', mark: 'P' },
      ]}
      half={({ pack }) => (pack === 'IZIN' ? { says: 'Five is many.' } : { says: 'So it is.', ...row })}
    />,
  );
  await userEvent.click(screen.getByText('Pasal 1 · Pasal 2 · Art. 3 · A figure'));
  expect(screen.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
    'Pasal 1 So it is. Read at undang.example, 2026-11.',
    'Pasal 2 So it is. From a secondary source: undang.example, 2026-11.',
    'Art. 3 So it is. not verified',
    'A figure Five is many. our own rule',
  ]);
});
