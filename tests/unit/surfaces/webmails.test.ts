// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { surfaceFrom } from '../../../lib/surfaces/from-hooks.ts';
import outlook from '../../../lib/surfaces/outlook.surface.ts';
import proton from '../../../lib/surfaces/proton/proton.surface.ts';
import type { Surface } from '../../../lib/surfaces/surface.ts';
import yahoo from '../../../lib/surfaces/yahoo.surface.ts';
import zimbra from '../../../lib/surfaces/zimbra/zimbra.surface.ts';
import { openLetter } from './webmail-page.ts';

const find = (selector: string): HTMLElement => document.querySelector<HTMLElement>(selector)!;
/** The pages stand at jsdom's own address: the same data, known by a mark instead of by its host. */
const anywhere = (surface: Surface): Surface =>
  surface.hooks ? surfaceFrom({ ...surface.hooks, marks: ['#app'] }) : surface;

function intentAt(surface: Surface, target: Element, type: string): string | undefined {
  let how: string | undefined;
  const listen = (event: Event): void => {
    how = surface.composerAt(event.target as Element)?.sendIntent(event)?.how;
  };
  window.addEventListener(type, listen, { capture: true, once: true });
  target.dispatchEvent(new MouseEvent(type, { bubbles: true }));
  return how;
}

describe('Outlook', () => {
  const site = anywhere(outlook);
  const read = () => site.composers(document)[0]!.read();

  it('says that somebody is not known whose chip shows no address', () => {
    openLetter('outlook.live.com', 'nameless');
    expect(read()).toMatchObject({
      recipients: [{ address: 'ana@harian.example' }, { address: 'Rahmat Hidayat' }],
      unreadable: ['recipients'],
    });
  });

  it('takes a list of the directory for people who are not seen', () => {
    openLetter('outlook.live.com', 'group');
    expect(read().recipients.at(-1)).toEqual({
      field: 'cc',
      address: 'Semua wartawan',
      name: 'Semua wartawan',
      group: true,
    });
  });

  it('counts what is half typed between the chips', () => {
    openLetter('outlook.live.com', 'clean');
    find('[id$="_BCC"] [contenteditable]').append('citra@war');
    expect(read().recipients.at(-1)).toEqual({ field: 'bcc', address: 'citra@war', pending: true });
  });

  it('is one letter, and nothing outside of it is a part of it', () => {
    openLetter('outlook.live.com', 'clean');
    expect(site.composers(document).map(({ root }) => root)).toEqual([find('[data-app-section="MailReadCompose"]')]);
    expect(site.composerAt(document.body)).toBeNull();
  });

  it('takes an item of the menu beside Send for a time, through all of its press, and no other menu', () => {
    openLetter('outlook.live.com', 'clean');
    find('[id$="__menuButton"]').click();
    const item = find('[role="menuitem"].later');
    expect(intentAt(site, item, 'mousedown')).toBeUndefined();
    intentAt(site, find('[id$="__menuButton"]'), 'mousedown');
    expect(['pointerdown', 'mousedown', 'mouseup'].map((type) => intentAt(site, item, type))).toEqual([
      'schedule',
      'schedule',
      'schedule',
    ]);
  });

  it('takes a question for one about this letter only after a send of it', () => {
    const page = openLetter('outlook.live.com', 'clean');
    page.asks = true;
    const send = find('[id$="__primaryActionButton"]');
    send.click();
    expect(intentAt(site, find('.question button'), 'mousedown')).toBeUndefined();
    intentAt(site, send, 'mousedown');
    expect(intentAt(site, find('.question button'), 'mousedown')).toBe('confirm');
  });
});

describe('Yahoo', () => {
  const site = anywhere(yahoo);
  beforeEach(() => void openLetter('mail.yahoo.com', 'clean'));

  it('takes the least part that holds recipients, text and Send for the letter', () => {
    const [one] = site.composers(document);
    expect(one?.root.querySelector('.compose-header')?.parentElement).toBe(one?.root);
    expect(site.composerAt(find('#app'))).toBeNull();
  });

  it('reads somebody whose pill has no title as unknown', () => {
    find('[data-test-id="pill"]').removeAttribute('title');
    expect(site.composers(document)[0]!.read().unreadable).toEqual(['recipients']);
  });
});

describe('Proton', () => {
  const composer = () => proton.composers(document)[0]!;
  const fold = (): void => {
    const frame = find('iframe') as HTMLIFrameElement;
    frame.contentDocument!.getElementById('rooster-editor')!.dispatchEvent(new Event('focus'));
  };

  it('knows who the names in the folded row are, from when the fields were open', () => {
    openLetter('mail.proton.me', 'clean');
    const before = composer().read().recipients;
    fold();
    expect(document.querySelector('[data-testid="composer:to"]')).toBeNull();
    expect(composer().read()).toMatchObject({ recipients: before, unreadable: [] });
    expect(before.map(({ address }) => address)).toEqual(['ana@harian.example', 'budi@kabar.example']);
  });

  it('says that a name is not known which it never saw with its address', () => {
    openLetter('mail.proton.me', 'clean');
    fold();
    expect(composer().read().unreadable).toEqual(['recipients']);
  });

  it('does not take the word of a cross for a part of an address', () => {
    openLetter('mail.proton.me', 'bare');
    expect(composer().read().recipients).toEqual([
      { field: 'to', address: 'ana@harian.example' },
      { field: 'cc', address: 'budi@kabar.example' },
    ]);
  });

  it('tells Bcc by its head in the folded row', () => {
    openLetter('mail.proton.me', 'bareStopped');
    fold();
    expect(composer().read().recipients).toEqual([{ field: 'bcc', address: 'sari@tabloid.example' }]);
  });

  it('takes a group of contacts for people who are not seen', () => {
    openLetter('mail.proton.me', 'group');
    expect(composer().read().recipients.at(-1)).toMatchObject({ field: 'cc', group: true });
  });
});

describe('Zimbra', () => {
  it('ties a toolbar to its own letter by number, and its dialog to the letter that asked', () => {
    openLetter('zimbra', 'clean');
    const send = find('[id$="__SEND"].ZButton');
    const view = find('.ZmComposeView');
    const other = document.createElement('div');
    other.id = 'zb__COMPOSE-999__SEND';
    document.body.append(other);
    expect(zimbra.composerAt(send)?.root).toBe(view);
    expect(zimbra.composerAt(other)).toBeNull();
    const dialog = document.createElement('div');
    dialog.className = 'DwtDialog';
    const ok = document.createElement('div');
    ok.className = 'ZButton';
    dialog.append(ok);
    document.body.append(dialog);
    expect(intentAt(zimbra, ok, 'mousedown')).toBeUndefined();
    expect(intentAt(zimbra, send, 'mousedown')).toBe('send');
    expect(intentAt(zimbra, ok, 'mousedown')).toBe('confirm');
  });

  it('does not take the arrow beside Send for Send', () => {
    openLetter('zimbra', 'clean');
    expect(intentAt(zimbra, find('[id$="_dropdown"]'), 'mousedown')).toBeUndefined();
  });

  it('reads the quick reply of a conversation, which has no Bcc', () => {
    openLetter('zimbra', 'clean');
    const box = document.createElement('div');
    box.className = 'Conv2Reply';
    const bubble = Object.assign(document.createElement('span'), {
      className: 'addrBubble',
      textContent: 'ana@harian.example',
    });
    box.append(bubble, Object.assign(document.createElement('textarea'), { value: 'Baik.' }));
    document.body.append(box);
    const reply = zimbra.composerAt(box.querySelector('textarea')!)!;
    expect(reply.read()).toMatchObject({ recipients: [{ field: 'to', address: 'ana@harian.example' }], text: 'Baik.' });
  });
});
