// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import roundcube from '@/lib/surfaces/roundcube/roundcube.surface.ts';
import type { SendIntent } from '@/lib/surfaces/surface.ts';
import { composePage, disclosedDialog, noSubjectDialog, type PageParts } from './roundcube-page.ts';

function open(parts: PageParts = {}, more = '') {
  document.body.className = 'task-mail action-compose';
  document.body.innerHTML = composePage(parts) + more;
  const composer = roundcube.composers(document)[0]!;
  return { composer, draft: () => composer.read() };
}
const el = <T extends HTMLElement>(selector: string): T => document.querySelector<T>(selector)!;

/** What the adapter says of an event as it reaches the window. */
function intentOf(target: Element, event: Event): SendIntent | undefined {
  let intent: SendIntent | undefined;
  const listen = (caught: Event): void => {
    intent = roundcube.composerAt(target)?.sendIntent(caught);
    caught.preventDefault();
    caught.stopImmediatePropagation();
  };
  window.addEventListener(event.type, listen, { capture: true, once: true });
  target.dispatchEvent(event);
  return intent;
}
const click = (): Event => new MouseEvent('click', { bubbles: true });
const key = (pressed: string, init: KeyboardEventInit = {}): Event =>
  new KeyboardEvent('keydown', { key: pressed, bubbles: true, ...init });

beforeEach(() => {
  // jsdom lays nothing out: what is not hidden is shown.
  Element.prototype.getClientRects = function () {
    return (this.closest('[hidden]') ? [] : [{}]) as unknown as DOMRectList;
  };
});

describe('reading a letter in Roundcube', () => {
  test('counts an address once, whether it is a chip, in the form field, or still typed', () => {
    const { draft } = open({ to: ['ayu@harian.example'], typed: 'bima@kabar.example' });
    el<HTMLTextAreaElement>('#_to').value = 'Ayu@Harian.example,bima@kabar.example';
    expect(draft().recipients.map((r) => r.address)).toEqual(['ayu@harian.example', 'bima@kabar.example']);
  });

  test('knows the text that is typed before there is any chip', () => {
    expect(open({ typed: 'ayu@harian.example' }).draft().recipients).toEqual([
      { field: 'to', address: 'ayu@harian.example', pending: true },
    ]);
  });

  test('parts quoted lines from the writer’s own', () => {
    const { draft } = open({ text: 'Baik.\nPada 2026-11-20 10:00, Ayu menulis:\n&gt; lama\nSalam' });
    expect(draft()).toMatchObject({
      text: 'Baik.\nSalam',
      quoted: 'Pada 2026-11-20 10:00, Ayu menulis:\n> lama',
      inReplyTo: true,
    });
  });

  test('finds the sender’s address and the names of files', () => {
    const { draft } = open();
    el('#attachment-list').innerHTML =
      '<li id="rcmfile1"><a class="filename"><span class="attachment-name">daftar.csv</span><span class="attachment-size">(3 B)</span></a></li>';
    expect(draft()).toMatchObject({
      from: 'rina@humas.example',
      attachments: [{ name: 'daftar.csv' }],
      unreadable: [],
    });
  });

  test('takes the subject from Roundcube’s own question for one', () => {
    const { draft } = open({}, noSubjectDialog);
    el<HTMLInputElement>('.prompt input').value = 'Undangan';
    expect(draft().subject).toBe('Undangan');
  });

  test('names what it cannot read instead of calling it empty', () => {
    const { draft } = open();
    for (const gone of ['#_bcc', '#composebody', '#attachment-list']) el(gone).id = '';
    document.body.insertAdjacentHTML('beforeend', '<textarea id="composebody"></textarea>');
    expect(draft().unreadable).toEqual(['recipients', 'attachments']);
  });

  test('wants two of its three ways to Send to agree', () => {
    const { draft } = open();
    el('#rcmbtn1').removeAttribute('onclick');
    expect(draft().unreadable).toEqual([]);
    el('#rcmbtn1-clone').remove();
    expect(draft().unreadable).toEqual(['send']);
  });
});

describe('sending in Roundcube', () => {
  test('is Send by pointer, Enter and Space, and its clone in a narrow window', () => {
    open();
    for (const event of [click(), key('Enter'), key(' ')]) expect(intentOf(el('#rcmbtn1'), event)?.how).toBe('send');
    expect(intentOf(el('#rcmbtn1-clone .inner'), click())?.how).toBe('send');
  });

  test('is not Enter in the subject, Ctrl+Enter in the text, or a right click', () => {
    open();
    expect(intentOf(el('#compose-subject'), key('Enter'))).toBeUndefined();
    expect(intentOf(el('#composebody'), key('Enter', { ctrlKey: true }))).toBeUndefined();
    expect(intentOf(el('#rcmbtn1'), new MouseEvent('mousedown', { button: 2, bubbles: true }))).toBeUndefined();
  });

  test('is the main button of its "no subject" dialog, and Enter in that dialog’s field', () => {
    const { composer } = open({}, noSubjectDialog);
    expect(intentOf(el('.mainaction'), click())?.how).toBe('confirm');
    const intent = intentOf(el('.prompt input'), key('Enter'))!;
    expect(intent.control).toBe(el('.mainaction'));
    expect(composer.replay(intent)[0]).toEqual({ kind: 'click', element: el('.mainaction') });
    expect(intentOf(el('button.cancel'), click())).toBeUndefined();
  });

  test('goes on by the main button after "use Bcc", which remembers addresses that were removed', () => {
    const { composer } = open({}, disclosedDialog);
    const intent = intentOf(el('button.bcc'), click())!;
    expect(intent.how).toBe('confirm');
    expect(composer.replay(intent)[0]).toEqual({ kind: 'click', element: el('.mainaction') });
  });

  test('is a submit of the form, unless it saves a draft', () => {
    open();
    expect(intentOf(el('form'), new Event('submit', { bubbles: true }))?.how).toBe('send');
    el<HTMLInputElement>('[name="_draft"]').value = '1';
    expect(intentOf(el('form'), new Event('submit', { bubbles: true }))).toBeUndefined();
  });
});
