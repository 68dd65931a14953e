import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Boundary } from '@/components/kit/boundary.tsx';

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const broken = { now: true };
function Part() {
  if (broken.now) throw new Error('no such box');
  return <p>All of it</p>;
}

describe('a part that cannot be shown', () => {
  it('says so in its place, with what went wrong, and comes back when it can', async () => {
    broken.now = true;
    render(
      <>
        <p>The rest</p>
        <Boundary>
          <Part />
        </Boundary>
      </>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('This part cannot be shown just now.');
    expect(screen.getByRole('alert')).toHaveTextContent('no such box');
    expect(screen.getByText('The rest')).toBeVisible();
    broken.now = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('All of it')).toBeVisible();
  });

  it('tries anew by itself when it is about something else', () => {
    broken.now = true;
    const shown = (about: string) => (
      <Boundary about={about}>
        <Part />
      </Boundary>
    );
    const { rerender } = render(shown('sites'));
    broken.now = false;
    rerender(shown('people'));
    expect(screen.getByText('All of it')).toBeVisible();
  });

  it('of a held message says that it stays held, and offers the given way alone', () => {
    broken.now = true;
    render(
      <Boundary held={<button type="button">Back to the text</button>}>
        <Part />
      </Boundary>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('The message is still held.');
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });
});
