// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import gmail from '../../../lib/surfaces/gmail/gmail.surface.ts';
import type { Composer } from '../../../lib/surfaces/surface.ts';

const load = (name: string): void => {
  document.body.innerHTML = readFileSync(`tests/unit/surfaces/fixtures/${name}.html`, 'utf8');
};
const find = (selector: string): HTMLElement => document.querySelector<HTMLElement>(selector)!;
const at = (selector: string): Composer => gmail.composerAt(find(selector))!;
const send = (): HTMLElement => find('.dC > [role="button"]:not(.hG)');

/** The intent that an event on this element means, as the gate would ask. */
function intentOf(target: Element, type: string, init: KeyboardEventInit & MouseEventInit = {}): string | undefined {
  let how: string | undefined;
  const listen = (event: Event): void => {
    how = gmail.composerAt(event.target as Element)?.sendIntent(event)?.how;
  };
  window.addEventListener(type, listen, { capture: true, once: true });
  target.dispatchEvent(
    type.startsWith('key')
      ? new KeyboardEvent(type, { bubbles: true, ...init })
      : new MouseEvent(type, { bubbles: true, ...init }),
  );
  window.removeEventListener(type, listen, { capture: true });
  return how;
}
afterEach(() => document.body.replaceChildren());

describe('a docked compose', () => {
  beforeEach(() => load('gmail-docked'));

  it('is one composer, from wherever it is touched', () => {
    const roots = ['[name="subjectbox"]', '.editable', '.afV', '.dC > [role="button"]', '.Hp'].map(
      (each) => at(each).root,
    );
    expect(new Set(roots).size).toBe(1);
    expect(gmail.composers(document).map((each) => each.root)).toEqual([roots[0]]);
  });

  it('reads chips of all fields and what is not yet a chip', () => {
    expect(at('.editable').read().recipients).toEqual([
      { field: 'to', address: 'ana@example.org', name: 'Ana Example' },
      { field: 'to', address: 'never.mailed@example.net', group: undefined },
      { field: 'cc', address: 'cc@example.org', name: 'C C' },
      { field: 'cc', address: 'half.typed@exam', pending: true },
      { field: 'bcc', address: 'bcc@example.org', name: 'B' },
    ]);
  });

  it('reads own words apart from quoted ones, files, subject and sender', () => {
    expect(at('.editable').read()).toMatchObject({
      text: 'Hello',
      quoted: 'old',
      subject: 'Subject here',
      from: 'me@example.com',
      attachments: [{ name: 'ktp.jpg', size: 120_000 }],
      unreadable: [],
    });
  });

  it('keeps its key when the first save gives the draft an id', () => {
    const before = at('.editable').key();
    find('[name="draft"]').setAttribute('value', '#msg-a:r-99');
    expect(at('.editable').key()).toBe(before);
  });

  it.each(['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'touchstart', 'touchend'])(
    'takes %s on Send for a send',
    (type) => {
      expect(intentOf(send(), type)).toBe('send');
    },
  );

  it('takes no other mouse button for a send', () => {
    expect(intentOf(send(), 'mousedown', { button: 2 })).toBeUndefined();
  });

  it.each([
    ['Enter on Send', () => send(), { key: 'Enter' }, 'send'],
    ['Space on Send', () => send(), { key: ' ' }, 'send'],
    ['Ctrl+Enter in the text', () => find('.editable'), { key: 'Enter', ctrlKey: true }, 'send'],
    ['Cmd+Enter in the subject', () => find('[name="subjectbox"]'), { key: 'Enter', metaKey: true }, 'send'],
    ['Ctrl+NumpadEnter', () => find('.editable'), { key: 'Enter', code: 'NumpadEnter', ctrlKey: true }, 'send'],
    ['Enter in the text', () => find('.editable'), { key: 'Enter' }, undefined],
    ['Enter in a recipient field', () => find('.agP'), { key: 'Enter' }, undefined],
    ['Enter on discard', () => find('.oh'), { key: 'Enter' }, undefined],
    ['a letter on Send', () => send(), { key: 's' }, undefined],
  ] as const)('%s', (_, target, init, how) => {
    expect(intentOf(target(), 'keydown', init)).toBe(how);
  });

  it('finds the schedule menu and what follows it back to the composer that was used', () => {
    at('.editable');
    const item = find('[selector="scheduledSend"]');
    expect(gmail.composerAt(item)?.root).toBe(at('.editable').root);
    expect(intentOf(item, 'mousedown')).toBe('schedule');
    expect(intentOf(find('.schedule .Az'), 'mousedown')).toBe('confirm');
  });

  it('says that Send is lost when fewer than two ways agree, and still guards what one names', () => {
    send().parentElement!.classList.remove('dC');
    document.querySelector('.IZ')!.classList.remove('IZ');
    expect(at('.editable').read().unreadable).toEqual(['send']);
    expect(intentOf(find('[jslog^="32601"]'), 'click')).toBe('send');
  });

  it('says that recipients are lost when their places are gone', () => {
    for (const each of document.querySelectorAll('.anm, .aoD, [name="to"]')) each.remove();
    expect(at('.editable').read().unreadable).toContain('recipients');
  });
});

describe('an inline reply', () => {
  beforeEach(() => load('gmail-inline'));

  it('reads the row that hides a Cc, and no address of the text or of the thread', () => {
    expect(
      at('.editable')
        .read()
        .recipients.map((each) => each.address),
    ).toEqual(['sender@example.org', 'hidden.cc@example.net']);
  });

  it('reads its 0 × 0 subject and that it answers', () => {
    expect(at('.editable').read()).toMatchObject({ subject: 'Re: Budget', inReplyTo: true, text: 'reply' });
  });

  it('tells Send + Archive from Send, by mouse and by key', () => {
    expect(intentOf(find('.Uo'), 'mouseup')).toBe('send-archive');
    expect(intentOf(find('.Uo'), 'keydown', { key: 'Enter' })).toBe('send-archive');
    expect(intentOf(send(), 'mouseup')).toBe('send');
  });
});

describe('a compose of 2020', () => {
  beforeEach(() => load('gmail-2020-10'));

  it('reads typed text of its one area per field as recipients to be', () => {
    find('textarea[name="to"]').textContent = 'Ana <ana@x.example>, b@x.example';
    expect(at('.editable').read().recipients).toEqual([
      { field: 'to', address: 'ana@x.example', name: 'Ana', pending: true },
      { field: 'to', address: 'b@x.example', pending: true },
    ]);
  });

  it('reads a chip with its hidden mirror', () => {
    const chip = document.createElement('div');
    chip.className = 'vR';
    chip.innerHTML =
      '<span class="vN" email="ana@x.example"><div class="vT">Ana</div></span><input name="cc" type="hidden" value="Ana &lt;ana@x.example&gt;">';
    find('.oj').append(chip);
    expect(at('.editable').read().recipients).toEqual([{ field: 'cc', address: 'ana@x.example', name: 'Ana' }]);
  });

  it('finds Send by all three ways', () => {
    expect(at('.editable').read().unreadable).toEqual([]);
    expect(at('.editable').replay({ how: 'send' })[0]).toMatchObject({ kind: 'pointer', element: send() });
  });

  it('reads plain-text mode from its own area', () => {
    find('[name="ishtml"]').setAttribute('value', '0');
    (find('textarea.Ak') as HTMLTextAreaElement).value = 'plain words';
    expect(at('textarea.Ak').read().text).toBe('plain words');
  });
});
