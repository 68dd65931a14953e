import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RequestErased } from '@/components/ledger/request-erased.tsx';
import { type RequestActs, RequestPage } from '@/components/ledger/request-page.tsx';
import type { DueView, RequestView } from '@/components/ledger/request-view.ts';
import { Requests } from '@/components/ledger/requests.tsx';
import type { RightsRequest } from '@/lib/domain/person.ts';
import type { RequestEvent } from '@/lib/domain/request.ts';
import { requestFile, withEvents } from '@/lib/domain/request-fold.ts';
import { setLanguage } from '@/lib/platform/words.ts';

const NOW = '2026-11-22T03:00:00.000Z';
const due = (over: Partial<DueView> = {}): DueView => ({
  at: '2026-11-23T09:30:00.000Z',
  zone: 'WIB',
  article: 'UU 27/2022 Pasal 32',
  policy: false,
  sentence: 'Access is given within 3 × 24 hours.',
  notes: [],
  ...over,
});
const stage = (to: Extract<RequestEvent, { kind: 'stage' }>['stage']): RequestEvent => ({
  kind: 'stage',
  stage: to,
  id: to,
  at: '2026-11-21T03:00:00.000Z',
  by: 'self',
});
const step = (name: Extract<RequestEvent, { kind: 'step' }>['step']): RequestEvent => ({
  kind: 'step',
  step: name,
  id: name,
  at: '2026-11-21T04:00:00.000Z',
  by: 'self',
  evidence: { kind: 'note_only', locator: `seen in ${name}` },
});
const aView = (
  request: Partial<RightsRequest> = {},
  events: readonly RequestEvent[] = [],
  over: Partial<RequestView> = {},
): RequestView => {
  const opening = {
    id: 'r1',
    type: 'access',
    receivedAt: '2026-11-20T09:30:00.000Z',
    state: 'open',
    ...request,
  } as const;
  const clock = due();
  return {
    personId: 'p1',
    name: 'Sari Wulandari',
    zone: 'WIB',
    file: requestFile(withEvents(opening, events)),
    due: clock,
    dues: [clock],
    ...over,
  };
};

const checkA11y = async (root: Element): Promise<void> => {
  const { violations } = await axe.run(root, {
    rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
};

afterEach(cleanup);
beforeEach(() => setLanguage('en'));

const queue = (over: Partial<Parameters<typeof Requests>[0]> = {}) => {
  const record = vi.fn(async () => undefined);
  const view = render(
    <Requests
      requests={[]}
      erasures={[]}
      now={NOW}
      zones={['WIB', 'WIT']}
      find={async () => [{ id: 'p1', name: 'Sari Wulandari' }]}
      dueOf={({ zone }) => due({ zone })}
      record={record}
      onCertificate={() => undefined}
      {...over}
    />,
  );
  return { ...view, record, user: userEvent.setup() };
};

// axe reads the whole page, and the machine may be busy: how long it takes is not what is tested.
const slow = { timeout: 60_000 };

describe('the queue of requests', slow, () => {
  it('shows what is due first, tells law from our own target, and what is overdue', async () => {
    const ours = due({ at: '2026-11-21T00:00:00.000Z', article: 'Izin P1', policy: true });
    const { container } = queue({
      requests: [
        aView(),
        aView({ id: 'r2', type: 'erase' }, [], { name: 'Budi', due: ours }),
        aView({ id: 'r3' }, [stage('withdrawn')]),
      ],
    });
    const rows = within(screen.getByRole('table', { name: 'Open requests' }))
      .getAllByRole('row')
      .slice(1);
    expect(rows.map((row) => within(row).getByRole('link').textContent)).toEqual([
      'Budi · erasure',
      'Sari Wulandari · access',
    ]);
    expect(rows[0]).toHaveTextContent('our own target, not law');
    expect(rows[0]).toHaveTextContent('overdue');
    expect(rows[0]).not.toHaveTextContent('Izin P1');
    expect(rows[1]).toHaveTextContent('23 November 2026 at 16:30 WIB UU 27/2022 Pasal 32');
    expect(rows[1]).not.toHaveTextContent('overdue');
    expect(screen.getByText('1 closed request', { selector: 'summary' })).toBeInTheDocument();
    await checkA11y(container);
  });

  it('teaches when nothing is open', () => {
    queue();
    expect(screen.getByText(/No request is open/)).toBeInTheDocument();
  });

  it('takes a request down by the keyboard alone, with its due time shown before', async () => {
    const { record, user, container } = queue();
    await user.tab();
    await user.keyboard('{Enter}');
    await user.type(screen.getByRole('searchbox', { name: 'Person' }), 'sari');
    await user.click(await screen.findByRole('button', { name: /Sari Wulandari/ }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'What they ask for' }), 'erase');
    expect(screen.getByText(/^Due:/)).toHaveTextContent('UU 27/2022 Pasal 32');
    await user.type(screen.getByRole('textbox', { name: 'In their words' }), 'tolong hapus');
    await checkA11y(container);
    await user.keyboard('{Tab}{Tab}{Enter}');
    expect(record).toHaveBeenCalledWith({
      personId: 'p1',
      type: 'erase',
      receivedAt: NOW,
      zone: 'WIB',
      words: 'tolong hapus',
      stop: true,
    });
    expect(screen.getByRole('button', { name: 'Record a request' })).toHaveFocus();
  });

  it('says what is missing, records nothing, and is left by Escape', async () => {
    const { record, user } = queue();
    await user.click(screen.getByRole('button', { name: 'Record a request' }));
    await user.click(screen.getByRole('button', { name: 'Record' }));
    expect(screen.getByRole('status')).toHaveTextContent('Choose the person who asks.');
    expect(record).not.toHaveBeenCalled();
    screen.getByRole('searchbox').focus();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Record a request' })).toHaveFocus();
  });

  it('gives the proof of an erasure, which names nobody', async () => {
    const onCertificate = vi.fn();
    const { user } = queue({ erasures: [{ id: 'c1', at: NOW, rows: 7 }], onCertificate });
    expect(screen.getByText(/7 rows/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /Save certificate of/ }));
    expect(onCertificate).toHaveBeenCalledWith('c1');
  });
});

const page = (request: RequestView, over: Partial<RequestActs> = {}) => {
  const acts: RequestActs = {
    say: vi.fn(async () => undefined),
    answer: (language) => `answer in ${language}`,
    save: vi.fn(async () => undefined),
    erase: vi.fn(async () => undefined),
    ...over,
  };
  const view = render(
    <RequestPage
      request={request}
      acts={acts}
      language="id"
      now={NOW}
      mentions={[{ id: 'p2', name: 'Budi Prasetyo' }]}
    />,
  );
  return { ...view, acts, user: userEvent.setup() };
};

describe('a request’s page', slow, () => {
  it('offers where it may go from here, and nothing else', async () => {
    const { acts, user, container } = page(aView());
    const moves = screen.getByRole('region', { name: 'Where it stands' });
    expect(
      within(moves)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Confirm that it came', 'Reject', 'They took it back']);
    await checkA11y(container);
    await user.click(screen.getByRole('button', { name: 'Confirm that it came' }));
    expect(acts.say).toHaveBeenCalledWith({ kind: 'stage', stage: 'acknowledged' });
  });

  it('takes the next step with its proof, and shows those that are done', async () => {
    const { acts, user } = page(aView({}, [stage('acknowledged'), step('identify')]));
    const [first, second] = within(screen.getByRole('region', { name: 'Steps' })).getAllByRole('listitem');
    expect(first).toHaveTextContent('seen in identify');
    expect(second).toHaveAttribute('aria-current', 'step');
    await user.type(screen.getByRole('textbox', { name: 'Proof' }), 'list of rooms{Enter}');
    expect(acts.say).toHaveBeenCalledWith({
      kind: 'step',
      step: 'search',
      evidence: { kind: 'note_only', locator: 'list of rooms' },
    });
  });

  it('shows why it was refused', async () => {
    const { user } = page(aView(), { say: async () => ({ key: 'refusal_request_reason' }) });
    await user.click(screen.getByRole('button', { name: 'Reject' }));
    expect(await screen.findByText('Write down why, so that it can be shown.')).toBeInTheDocument();
  });

  it('rejects and extends with the reason that was written', async () => {
    const law = { pack: 'EU_GDPR', article: 'GDPR Art. 12(3)', mark: 'V' } as const;
    const extension = { until: '2027-02-20T16:59:59.999Z', tellBy: '2026-12-20T16:59:59.999Z', law };
    const { acts, user } = page(aView({}, [stage('acknowledged')], { extension }));
    await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'many records');
    await user.click(screen.getByRole('button', { name: /^Extend until/ }));
    expect(acts.say).toHaveBeenCalledWith({ kind: 'extended', until: extension.until, law, reason: 'many records' });
    expect(screen.getByRole('textbox', { name: 'Reason' })).toHaveValue('');
    expect(screen.getByText(/GDPR Art. 12\(3\) allows it once/)).toBeInTheDocument();
  });

  it('saves the person’s file in the two forms', async () => {
    const { acts, user } = page(aView());
    await user.click(screen.getByRole('button', { name: 'Save to read' }));
    await user.click(screen.getByRole('button', { name: 'Save for machines' }));
    expect(acts.save).toHaveBeenNthCalledWith(1, 'html', 'id');
    expect(acts.save).toHaveBeenNthCalledWith(2, 'json', 'id');
  });

  it('gives the answer in the person’s language first, and copies it', async () => {
    const { user } = page(aView());
    const text = screen.getByRole('textbox', { name: 'What to write to the person' });
    expect(text).toHaveValue('answer in id');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'en');
    expect(text).toHaveValue('answer in en');
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe('answer in en');
    expect(await screen.findByText('Copied')).toBeInTheDocument();
  });

  it('has nothing left to do when it is closed', () => {
    page(aView({}, [stage('rejected')]));
    expect(screen.queryByRole('region', { name: 'Where it stands' })).toBeNull();
    expect(screen.queryByRole('textbox', { name: 'Proof' })).toBeNull();
  });
});

describe('erasing', slow, () => {
  const ready = (): RequestView => aView({ type: 'erase' }, [stage('acknowledged'), step('identify'), step('search')]);

  it('says what goes, what stays and what is out of reach, and wants the name', async () => {
    const { acts, user, container } = page(ready());
    const wizard = screen.getByRole('region', { name: 'Erase the data' });
    expect(within(wizard).getAllByRole('listitem')).toHaveLength(3);
    expect(within(wizard).getByRole('link', { name: 'Budi Prasetyo' })).toHaveAttribute('href', '#/people/p2');
    await checkA11y(container);
    await user.type(screen.getByRole('textbox', { name: /Write the name/ }), 'Budi{Enter}');
    expect(acts.erase).not.toHaveBeenCalled();
    expect(await screen.findByText(/That is not the name/)).toBeInTheDocument();
    await user.clear(screen.getByRole('textbox', { name: /Write the name/ }));
    await user.type(screen.getByRole('textbox', { name: /Write the name/ }), 'sari wulandari{Enter}');
    expect(acts.erase).toHaveBeenCalledOnce();
  });

  it('is not offered before its turn, nor ticked off like another step', () => {
    page(aView({ type: 'erase' }, [stage('acknowledged'), step('identify')]));
    expect(screen.queryByRole('region', { name: 'Erase the data' })).toBeNull();
    expect(screen.getByRole('button', { name: /Done: search/ })).toBeInTheDocument();
  });

  it('leaves the tick to the wizard when its turn has come', () => {
    page(ready());
    expect(screen.queryByRole('button', { name: /^Done:/ })).toBeNull();
  });

  it('ends with the answer, the addresses and the certificate', async () => {
    const onCertificate = vi.fn();
    const { container } = render(
      <RequestErased
        answer={() => 'it is done'}
        language="en"
        addresses={['sari@harian.example']}
        onCertificate={onCertificate}
      />,
    );
    expect(screen.getByText('sari@harian.example')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'What to write to the person' })).toHaveValue('it is done');
    await userEvent.setup().click(screen.getByRole('button', { name: 'Save certificate' }));
    expect(onCertificate).toHaveBeenCalledOnce();
    await checkA11y(container);
  });
});

it('is there in Indonesian as well', () => {
  setLanguage('id');
  queue({ requests: [aView()] });
  expect(screen.getByRole('heading', { name: 'Permintaan' })).toBeInTheDocument();
  expect(screen.getByRole('table', { name: 'Permintaan terbuka' })).toHaveTextContent('Pastikan siapa yang meminta');
});
