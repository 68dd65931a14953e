import { describe, expect, it } from 'vitest';
import { stageOf } from '@/entrypoints/warning/state.ts';
import { aDraft, aFinding, aPlaceholder, aVerdict, aWarning, held, settled } from './builders.ts';

const stage = (warning: ReturnType<typeof aWarning>) => stageOf(warning.door.store.getState());
const state = (warning: ReturnType<typeof aWarning>) => warning.door.store.getState();
const named = (warning: ReturnType<typeof aWarning>, name: string) =>
  warning.asked.filter((each) => each.name === name);

describe('a held message', () => {
  it('waits for the guard, asks the background, and then shows what holds it', async () => {
    const warning = aWarning([aVerdict([aFinding()])]);
    expect(stage(warning)).toBe('waiting');
    warning.door.hear(held());
    expect(stage(warning)).toBe('asking');
    await settled();
    expect(stage(warning)).toBe('holding');
    expect(named(warning, 'findings')[0]?.question).toMatchObject({ secret: 's1' });
  });

  it('is mended by the guard, folds to a settled line, and goes only as it was judged last', async () => {
    const opted = aFinding();
    const warning = aWarning([aVerdict([opted]), aVerdict([])]);
    await warning.hear(held());
    warning.door.fix({ finding: opted, fix: opted.fixes[0]! });
    expect(warning.posted).toEqual([{ kind: 'fix', fix: opted.fixes[0] }]);
    const mended = aDraft({ recipients: [] });
    await warning.hear({ kind: 'fixed', fix: opted.fixes[0]!, done: true });
    await warning.hear({ kind: 'draft', draft: mended });
    expect(stage(warning)).toBe('clear');
    expect(state(warning).settled).toEqual([opted]);
    await warning.door.sendNow();
    expect(warning.posted.at(-1)).toEqual({ kind: 'release', draft: mended, why: 'clear' });
    expect(named(warning, 'chose').at(-1)?.question).toMatchObject({
      choice: { kind: 'fixed', rules: ['opted-out'], tier: 'T4', people: ['p1'] },
    });
  });

  it('does not go twice', async () => {
    const warning = aWarning([aVerdict([])]);
    await warning.hear(held());
    await Promise.all([warning.door.sendNow(), warning.door.sendNow()]);
    expect(warning.posted.filter((each) => each.kind === 'release')).toHaveLength(1);
  });

  it('does not go on a verdict about an older draft', async () => {
    const warning = aWarning([aVerdict([]), aVerdict([aFinding()])]);
    await warning.hear(held());
    warning.door.hear({ kind: 'draft', draft: aDraft({ text: 'lain' }) });
    await warning.door.sendNow();
    expect(warning.posted).toEqual([]);
  });

  it('drops an answer that comes after a newer question', async () => {
    const warning = aWarning([aVerdict([aFinding()])]);
    await warning.hear(held());
    warning.door.tell({ kind: 'answered', round: 0, verdict: aVerdict([]) });
    expect(stage(warning)).toBe('holding');
  });

  it('is judged again when the guard finds that it has changed since', async () => {
    const warning = aWarning([aVerdict([]), aVerdict([aFinding()])]);
    await warning.hear(held());
    await warning.door.sendNow();
    expect(stage(warning)).toBe('released');
    await warning.hear({ kind: 'draft', draft: aDraft({ text: 'lain' }) });
    expect(stage(warning)).toBe('holding');
  });

  it('is judged again for another purpose', async () => {
    const warning = aWarning([aVerdict([aFinding()]), aVerdict([])]);
    await warning.hear(held());
    warning.door.tell({ kind: 'purpose', purpose: 'payment' });
    await settled();
    expect(named(warning, 'findings')[1]?.question).toMatchObject({ draft: { purpose: 'payment' } });
    expect(stage(warning)).toBe('clear');
  });

  it('keeps a finding open while one of its people is still there', async () => {
    const two = aFinding({
      subjects: [
        { address: 'a@x.example', field: 'to' },
        { address: 'b@x.example', field: 'to' },
      ],
    });
    const one = aFinding({ subjects: [{ address: 'b@x.example', field: 'to' }] });
    const warning = aWarning([aVerdict([two]), aVerdict([one])]);
    await warning.hear(held());
    await warning.hear({ kind: 'draft', draft: aDraft() });
    expect(state(warning).settled).toEqual([]);
  });
});

describe('sending in spite of it', () => {
  it('takes one press at T2, and is logged', async () => {
    const warning = aWarning([aVerdict([aPlaceholder()])]);
    await warning.hear(held());
    await warning.door.sendAnyway();
    expect(warning.posted.at(-1)).toMatchObject({ kind: 'release', why: 'override' });
    expect(named(warning, 'chose')[0]?.question).toMatchObject({
      choice: { kind: 'override', rules: ['unfilled-placeholder'], tier: 'T2' },
    });
  });

  it('asks for a reason at T3, and for ten characters where the reason is another one', async () => {
    const warning = aWarning([aVerdict([aFinding({ tier: 'T3' }), aPlaceholder()])]);
    await warning.hear(held());
    await warning.door.sendAnyway();
    warning.door.tell({ kind: 'reason', reason: 'other' });
    warning.door.tell({ kind: 'note', note: 'singkat  ' });
    await warning.door.sendAnyway();
    expect(warning.posted).toEqual([]);
    warning.door.tell({ kind: 'note', note: 'sudah dibicarakan' });
    await warning.door.sendAnyway();
    expect(warning.posted).toHaveLength(1);
    expect(named(warning, 'chose')[0]?.question).toMatchObject({
      choice: { reason: 'other', note: 'sudah dibicarakan', tier: 'T3' },
    });
  });

  it('keeps the note out of the log where the reason needs none', async () => {
    const warning = aWarning([aVerdict([aFinding({ tier: 'T3' })])]);
    await warning.hear(held());
    warning.door.tell({ kind: 'note', note: 'tidak untuk dicatat' });
    warning.door.tell({ kind: 'reason', reason: 'crisis_notice' });
    await warning.door.sendAnyway();
    expect(JSON.stringify(named(warning, 'chose')[0])).not.toContain('tidak untuk dicatat');
  });

  it('takes consent from elsewhere once it is recorded', async () => {
    const finding = aFinding({ tier: 'T3' });
    const warning = aWarning([aVerdict([finding]), aVerdict([finding])]);
    await warning.hear(held());
    warning.door.tell({ kind: 'reason', reason: 'consent_elsewhere' });
    await warning.door.sendAnyway();
    expect(warning.posted).toEqual([]);
    await warning.door.record({
      kind: 'consent',
      personId: 'p1',
      purpose: 'pr_media',
      channel: 'email',
      method: 'email_reply',
      evidence: 'message_ref',
      excerpt: 'Ya, silakan.',
    });
    await settled();
    await warning.door.sendAnyway();
    expect(warning.posted).toHaveLength(1);
  });

  it('is not possible at T4, whatever is chosen', async () => {
    const warning = aWarning([aVerdict([aFinding(), aPlaceholder()])]);
    await warning.hear(held());
    warning.door.tell({ kind: 'reason', reason: 'legal_duty' });
    await warning.door.sendAnyway();
    expect(warning.posted).toEqual([]);
  });
});

describe('a background that is gone', () => {
  it('is said, and the message may go unchecked', async () => {
    const warning = aWarning(['lost']);
    await warning.hear(held());
    expect(stage(warning)).toBe('unreachable');
    await warning.door.sendAnyway();
    expect(warning.posted).toMatchObject([{ kind: 'release', why: 'override' }]);
  });

  it('is asked again when the user wants it', async () => {
    const warning = aWarning(['lost', aVerdict([aFinding()])]);
    await warning.hear(held());
    warning.door.tell({ kind: 'again' });
    await settled();
    expect(stage(warning)).toBe('holding');
  });

  it('does not let a message go by an older clear verdict', async () => {
    const warning = aWarning([aVerdict([]), 'lost']);
    await warning.hear(held());
    await warning.hear({ kind: 'draft', draft: aDraft({ text: 'lain' }) });
    expect(stage(warning)).toBe('unreachable');
    await warning.door.sendNow();
    expect(warning.posted).toEqual([]);
  });
});

describe('fixes', () => {
  it('that the page would not make are said as work by hand', async () => {
    const finding = aFinding();
    const warning = aWarning([aVerdict([finding])]);
    await warning.hear(held());
    const attempt = { finding, fix: finding.fixes[0]! };
    warning.door.fix(attempt);
    await warning.hear({ kind: 'fixed', fix: attempt.fix, done: false });
    expect(state(warning).byHand).toEqual([attempt]);
  });

  it('that this page has no way for are not even tried', async () => {
    const finding = aFinding();
    const warning = aWarning([aVerdict([finding])]);
    await warning.hear(held(aDraft(), { can: { moveToBcc: false, remove: false, goTo: true } }));
    warning.door.fix({ finding, fix: finding.fixes[0]! });
    expect(warning.posted).toEqual([]);
    expect(state(warning).byHand).toHaveLength(1);
  });

  it('lead to the words, or to the person in the ledger', async () => {
    const [finding, placeholder] = [aFinding(), aPlaceholder()];
    const warning = aWarning([aVerdict([finding, placeholder])]);
    await warning.hear(held());
    warning.door.fix({ finding: placeholder, fix: placeholder.fixes[0]! });
    expect(warning.posted).toEqual([{ kind: 'go-to', place: placeholder.places[0] }]);
    warning.door.fix({ finding, fix: { kind: 'open-record' } });
    expect(warning.opened).toEqual(['#/people/p1']);
  });

  it('unfold in place where something is to be recorded, and fold when that is done', async () => {
    const finding = aFinding();
    const warning = aWarning([aVerdict([finding]), aVerdict([])]);
    await warning.hear(held());
    warning.door.fix({ finding, fix: { kind: 'record-consent' } });
    expect(state(warning).unfolded).toMatchObject({ kind: 'fix' });
    await warning.door.record({ kind: 'add-person', name: 'Bima', address: 'bima@warta.example', channel: 'email' });
    await settled();
    expect(state(warning).unfolded).toBeUndefined();
    expect(stage(warning)).toBe('clear');
  });
});

it('opened from the seal, shows findings and lets nothing go', async () => {
  const warning = aWarning([aVerdict([aPlaceholder()])]);
  await warning.hear(held(aDraft(), { why: 'look' }));
  expect(stage(warning)).toBe('looking');
  await warning.door.sendAnyway();
  await warning.door.sendNow();
  warning.door.back();
  expect(warning.posted).toEqual([{ kind: 'back' }]);
  expect(named(warning, 'chose')).toEqual([]);
});

it('logs "not useful" with rules and people, and not a word of the message', async () => {
  const warning = aWarning([aVerdict([aPlaceholder(), aFinding()])]);
  await warning.hear(held(aDraft({ text: 'rahasia dapur' })));
  warning.door.notUseful();
  const question = named(warning, 'chose')[0]?.question;
  expect(question).toMatchObject({ choice: { kind: 'not-useful', people: ['p1'] } });
  expect(JSON.stringify(question)).not.toContain('rahasia dapur');
});
