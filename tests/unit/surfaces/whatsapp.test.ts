// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://web.whatsapp.com/"}
import { describe, expect, test } from 'vitest';
import type { Draft } from '@/lib/domain/draft.ts';
import whatsapp from '@/lib/surfaces/whatsapp.surface.ts';
import { click, el, enter, intentOf } from './press.ts';

interface Parts {
  readonly title?: string;
  readonly subtitle?: string;
  readonly label?: string;
  readonly selected?: string;
  readonly text?: string;
  readonly send?: string;
  readonly layer?: string;
}

const SEND = '<button aria-label="Kirim"><span data-icon="wds-ic-send-filled"></span></button>';
const BOX = 'footer [contenteditable]';

function open(parts: Parts = {}): () => Draft {
  const { title = 'Rani Kusuma', subtitle = 'online', selected = title, text = 'Halo', send = SEND } = parts;
  document.body.innerHTML = `
    <div id="pane-side"><div aria-selected="true"><span title="${selected}"></span><span title="Baik"></span></div></div>
    <div id="main"><header data-testid="conversation-header">
      <span data-testid="conversation-info-header-chat-title">${title}</span>
      <div data-testid="chat-subtitle"><span title="${subtitle}">${subtitle}</span></div></header>
      <footer><div contenteditable="true" role="textbox" data-lexical-editor="true" ${parts.label ? `aria-label="${parts.label}"` : ''}>${text}</div>${send}</footer></div>
    <div id="expressions-panel-container"></div>${parts.layer ?? ''}`;
  return () => whatsapp.composerAt(el(BOX))!.read();
}

describe('to whom a message goes on WhatsApp Web', () => {
  test('is the title of the chat, for want of anything better', () => {
    expect(open()()).toMatchObject({
      recipients: [{ address: 'chat:Rani Kusuma', name: 'Rani Kusuma' }],
      audience: 'people',
      unreadable: [],
    });
  });

  test('is not the line below the title, whatever becomes of the title', () => {
    const read = open({ subtitle: 'online' });
    el('[data-testid="conversation-info-header-chat-title"]').removeAttribute('data-testid');
    expect(read()).toMatchObject({ recipients: [], unreadable: ['recipients'] });
  });

  test('is a number where the title is one', () => {
    expect(open({ title: '+62 811-0000-0042' })().recipients[0]?.address).toBe('+62 811-0000-0042');
  });

  test('is in doubt while header, chosen row and label name different chats', () => {
    expect(open({ selected: 'Jati Wibowo' })().unreadable).toContain('identity');
    expect(open({ label: 'Digitar na conversa com Jati Wibowo' })().unreadable).toContain('identity');
    expect(open({ label: 'Digitar na conversa com Rani Kusuma' })().unreadable).toEqual([]);
    expect(open({ label: 'Type a message' })().unreadable).toEqual([]);
  });

  test('is a group with those of its members that are shown', () => {
    const draft = open({ title: 'Tim', subtitle: 'Rani Kusuma, +62 811-0000-0042, Anda' })();
    expect(draft.audience).toBe('group');
    expect(draft.recipients[0]).toMatchObject({ address: 'chat:Tim', group: true });
    expect(draft.recipients.map(({ address }) => address)).toEqual(
      expect.arrayContaining(['chat:Rani Kusuma', '+62 811-0000-0042']),
    );
  });

  test('is no group for a time with a comma', () => {
    expect(open({ subtitle: 'terakhir dilihat Senin, 10.12' })().audience).toBe('people');
    expect(open({ subtitle: 'last seen Mon, 10:12' })().audience).toBe('people');
  });

  test('is a group by the label alone', () => {
    expect(open({ title: 'Tim', label: 'Mensagem para o grupo Tim' })().audience).toBe('group');
  });
});

describe('sending on WhatsApp Web', () => {
  test.each(['Send', 'Kirim', 'Enviar', '发送'])('is the button called %s', (label) => {
    open({ send: SEND.replace('Kirim', label) });
    expect(intentOf(whatsapp, el('footer button span'), click())?.how).toBe('send');
  });

  test('is its picture alone where the language is another, and that is told', () => {
    const read = open({ send: SEND.replace('Kirim', 'Verstuur') });
    expect(intentOf(whatsapp, el('footer button'), click())?.how).toBe('send');
    expect(read().unreadable).toEqual(['send']);
  });

  test('is not the voice button, which stands in its place', () => {
    open({
      text: '',
      send: '<button aria-label="Pesan suara" data-tab="11"><span data-icon="wds-ic-mic"></span></button>',
    });
    expect(intentOf(whatsapp, el('footer button'), click())).toBeUndefined();
  });

  test('is Enter, which is let go as Enter: only the user’s setting knows whether it sends', () => {
    open();
    const intent = intentOf(whatsapp, el(BOX), enter())!;
    expect(whatsapp.composerAt(el(BOX))!.replay(intent)[0]).toEqual({ kind: 'enter', element: el(BOX) });
    expect(intentOf(whatsapp, el(BOX), enter({ shiftKey: true }))).toBeUndefined();
  });

  test('knows what a link has written before anybody typed', () => {
    expect(open({ text: 'Halo dari tautan' })().text).toBe('Halo dari tautan');
  });

  test('is a recorded clip’s own Send', () => {
    open();
    el(BOX).remove();
    expect(intentOf(whatsapp, el('footer button'), click())?.content).toBe('voice');
  });

  test('is a sticker, and no emoji', () => {
    open();
    el('#expressions-panel-container').innerHTML =
      '<button id="sticker"><img src="blob:https://web.whatsapp.com/1"></button><button id="emoji"><img src="data:," alt="x"></button>';
    expect(intentOf(whatsapp, el('#sticker img'), click())?.content).toBe('sticker');
    expect(intentOf(whatsapp, el('#emoji'), click())).toBeUndefined();
  });
});

describe('the dialogs of WhatsApp Web', () => {
  const text = '<div contenteditable="true" role="textbox">Keterangan</div>';
  const at = '[role="dialog"] [contenteditable]';

  test('send a picture with its caption to the open chat', () => {
    open({ layer: `<div role="dialog">${text}${SEND}</div>` });
    expect(intentOf(whatsapp, el('[role="dialog"] button'), click())?.content).toBe('picture');
    expect(whatsapp.composerAt(el(at))!.read()).toMatchObject({
      text: 'Keterangan',
      content: 'picture',
      recipients: [{ address: 'chat:Rani Kusuma' }],
    });
  });

  test('send a picture without any words too', () => {
    open({ layer: `<div role="dialog">${text.replace('Keterangan', '')}${SEND}</div>` });
    expect(intentOf(whatsapp, el(at), enter())?.content).toBe('picture');
  });

  test('change a message that was sent', () => {
    const mark = '<button aria-label="Selesai"><span data-icon="checkmark-medium"></span></button>';
    open({ layer: `<div role="dialog">${text}${mark}</div>` });
    expect(intentOf(whatsapp, el('[role="dialog"] button'), click())).toMatchObject({ how: 'send' });
    expect(whatsapp.composerAt(el(at))!.read()).toMatchObject({ text: 'Keterangan', unreadable: [] });
  });

  test('forward to those who are ticked, and hold where nobody can be read', () => {
    const row = (name: string, on: boolean): string =>
      `<div role="listitem"><div role="checkbox" aria-checked="${on}"></div><span title="${name}">${name}</span></div>`;
    open({
      layer: `<div role="dialog">${row('Rani Kusuma', true)}${row('Jati Wibowo', true)}${row('Sari', false)}${SEND}</div>`,
    });
    const button = el('[role="dialog"] button');
    const intent = intentOf(whatsapp, button, click())!;
    expect(intent.content).toBe('share');
    expect(whatsapp.composerAt(button)!.read(intent)).toMatchObject({
      recipients: [{ address: 'chat:Rani Kusuma' }, { address: 'chat:Jati Wibowo' }],
      audience: 'people',
      content: 'share',
    });
  });
});
