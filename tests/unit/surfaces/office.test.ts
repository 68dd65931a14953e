// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Draft } from '@/lib/domain/draft.ts';
import chatwoot from '@/lib/surfaces/chatwoot.surface.ts';
import discord from '@/lib/surfaces/discord.surface.ts';
import { surfaceFrom } from '@/lib/surfaces/from-hooks.ts';
import slack from '@/lib/surfaces/slack.surface.ts';
import type { SendIntent, Surface } from '@/lib/surfaces/surface.ts';
import tokopedia from '@/lib/surfaces/tokopedia.surface.ts';
import wordpress from '@/lib/surfaces/wordpress.surface.ts';
import { key, pressed, showPage, the } from './hooked-page.ts';

const anywhere = (surface: Surface): Surface => surfaceFrom({ ...surface.hooks!, marks: ['#app'] });
const show = (html: string, path: string): void => showPage(`<div id="app">${html}</div>`, path);
const click = (): MouseEvent => new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
const reading = (surface: Surface, selector: string): Draft | undefined =>
  anywhere(surface).composerAt(the(selector))?.read();
const intent = (surface: Surface, selector: string, event: Event): SendIntent | undefined => {
  const site = anywhere(surface);
  return pressed(the(selector), event, (target) => site.composerAt(target)?.sendIntent(event));
};

describe('Slack', () => {
  const pane = (qa: string, words: string): string =>
    `<div data-qa="${qa}" class="${qa}"><div><div data-qa="message_input"><div class="ql-editor" contenteditable="true">${words}</div></div>
    <button data-qa="texty_send_button" aria-label="Send now" class="send"></button></div></div>`;
  const channel = (name: string, ...panes: readonly string[]): string =>
    `<header data-qa="channel_header"><h1 data-qa="channel_name">${name}</h1></header>${panes.join('')}`;

  it('keeps a thread apart from the channel beside it: each its own words, both to all of the channel', () => {
    show(channel('redaksi', pane('message_pane', 'Ke kanal'), pane('threads_flexpane', 'Ke utas')), '/client/T01/C03');
    for (const [place, words] of [
      ['message_pane', 'Ke kanal'],
      ['threads_flexpane', 'Ke utas'],
    ] as const) {
      const draft = reading(slack, `.${place} .ql-editor`);
      expect(draft).toMatchObject({ text: words, audience: 'group', conversation: 'T01/C03', unreadable: [] });
      expect(draft?.recipients).toEqual([{ field: 'direct', address: 'thread:T01/C03', name: 'redaksi', group: true }]);
    }
    const boxes = anywhere(slack).composers(document);
    expect(new Set(boxes.map(({ root }) => root)).size).toBe(2);
    const [first, second] = boxes.map((box) => box.replay({ how: 'send' })[0]);
    expect(first).not.toEqual(second);
  });

  it('is one person in a direct message, and nobody that is known in a view over many', () => {
    show(channel('Rani Kusuma', pane('message_pane', 'Halo')), '/client/T01/D01');
    expect(reading(slack, '.ql-editor')).toMatchObject({ audience: 'people', recipients: [{ name: 'Rani Kusuma' }] });
    show(channel('Threads', pane('threads_flexpane', 'Halo')), '/client/T01/threads');
    expect(reading(slack, '.ql-editor')).toMatchObject({ recipients: [], unreadable: ['recipients'] });
  });
});

describe('Chatwoot', () => {
  const box = (kind: string): string =>
    `<div class="conversation-details-wrap"><span class="user--name">Rani Kusuma</span></div>
    <div class="reply-box ${kind}"><div class="reply-box__top"><div class="ProseMirror" contenteditable="true">Jangan lupa harga khususnya</div></div>
    <div class="bottom-box"><div class="right-wrap"><button type="submit">Send</button></div></div></div>`;
  const presses = (): readonly (SendIntent | undefined)[] => [
    intent(chatwoot, '.ProseMirror', key('Enter')),
    intent(chatwoot, '.ProseMirror', key('Enter', { ctrlKey: true })),
    intent(chatwoot, '.right-wrap button', click()),
  ];

  it('sends a reply by Enter and by its button', () => {
    show(box(''), '/app/accounts/1/conversations/11');
    expect(presses().map((each) => each?.how)).toEqual(['send', 'send', 'send']);
  });

  it('sends nothing to the customer while it is a private note', () => {
    show(box('is-private'), '/app/accounts/1/conversations/11');
    expect(presses()).toEqual([undefined, undefined, undefined]);
    expect(anywhere(chatwoot).composers(document)).toEqual([]);
  });
});

describe('a shop', () => {
  const page = (open: string): string =>
    `<ul>${open}<li role="option"><strong>Orang Lain</strong></li></ul>
    <main><h2>Obrolan</h2><form><textarea>Halo</textarea><button type="submit">Kirim</button></form></main>`;

  it('is a chat with whom the open row of its list names', () => {
    show(page('<li role="option" aria-selected="true"><strong>Toko Sinar</strong></li>'), '/chat');
    expect(reading(tokopedia, 'textarea')).toMatchObject({
      channel: 'marketplace_chat',
      recipients: [{ address: 'chat:Toko Sinar', name: 'Toko Sinar' }],
      unreadable: [],
    });
  });

  it('has nobody to go to where no row is marked as open: no heading stands for a person', () => {
    show(page('<li role="option"><strong>Toko Sinar</strong></li>'), '/chat');
    expect(reading(tokopedia, 'textarea')).toMatchObject({ recipients: [], unreadable: ['recipients'] });
  });
});

describe('WordPress', () => {
  const classic = (status: string): string =>
    `<form id="post"><input id="title" value="Kabar"><input type="hidden" id="original_post_status" value="${status}">
    <div class="html-active"><textarea id="content">Isi</textarea></div><input type="submit" id="save-post" value="Save Draft">
    <div id="publishing-action"><input type="submit" id="publish" value="Publish"></div></form>`;
  const submit = (submitter: string): SubmitEvent =>
    new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: the(submitter) });

  it('saves a draft as nothing that leaves, by its button and by the form that it hands in', () => {
    show(classic('draft'), '/wp-admin/post.php');
    expect(intent(wordpress, '#save-post', click())).toBeUndefined();
    expect(intent(wordpress, '#post', submit('#save-post'))).toBeUndefined();
    expect(intent(wordpress, '#publish', click())).toMatchObject({ how: 'send' });
    expect(intent(wordpress, '#post', submit('#publish'))).toMatchObject({ how: 'send' });
  });

  it.each(['publish', 'future', 'private'])('saves what is out (%s) as something that leaves', (status) => {
    show(classic(status), '/wp-admin/post.php');
    expect(intent(wordpress, '#save-post', click())).toMatchObject({ how: 'send-archive' });
  });

  const editRow = (was: string, to: string, extra = ''): string =>
    `<table class="widefat"><tbody id="the-list"><tr id="post-7" class="iedit type-post status-${was}"><th class="check-column"><input type="checkbox" checked></th></tr>
    <tr class="hidden"></tr><tr id="edit-7" class="inline-editor"><td><input name="post_title" value="Laporan Kota"><input name="post_name" value="laporan">
    <select name="_status"><option value="publish"${to === 'publish' ? ' selected' : ''}></option><option value="draft"${to === 'draft' ? ' selected' : ''}></option></select>${extra}
    <div class="inline-edit-save"><button type="button" class="button button-primary save">Update</button><button type="button" class="cancel">Cancel</button></div></td></tr></tbody></table>`;

  it('waits in Quick Edit where a draft becomes public, with its title and the word that its text was not read', () => {
    show(editRow('draft', 'publish'), '/wp-admin/edit.php');
    const sends = intent(wordpress, '.save', click());
    expect(sends).toMatchObject({ how: 'send', content: 'post' });
    expect(intent(wordpress, '[name="post_name"]', key('Enter'))).toMatchObject({ how: 'send' });
    expect(intent(wordpress, '.cancel', key('Enter'))).toBeUndefined();
    expect(anywhere(wordpress).composerAt(the('.save'))?.read(sends)).toMatchObject({
      audience: 'public',
      text: 'Laporan Kota',
      content: 'post',
      unreadable: ['content'],
    });
  });

  it.each([
    ['stays a draft', editRow('draft', 'draft')],
    ['is out already', editRow('publish', 'publish')],
    ['is for editors alone', editRow('draft', 'publish', '<input type="checkbox" name="keep_private" checked>')],
  ])('lets Quick Edit be where the post %s', (_, html) => {
    show(html, '/wp-admin/edit.php');
    expect(intent(wordpress, '.save', click())).toBeUndefined();
  });
});

describe('Discord', () => {
  it('sends a sticker and a moving picture by a press on them, and no emoji', () => {
    show(
      `<main><form><div data-slate-editor="true" role="textbox" contenteditable="true" aria-label="Message @Rani"></div></form></main>
      <div id="sticker-picker-tab-panel"><div data-type="sticker"></div></div><div id="gif-picker-tab-panel"><div role="button" class="film"><video></video></div><div role="button" class="kind"><img></div></div>
      <div id="emoji-picker-tab-panel"><button data-type="emoji"></button></div>`,
      '/channels/@me/101',
    );
    expect(intent(discord, '[data-type="sticker"]', click())).toMatchObject({ content: 'sticker' });
    expect(intent(discord, '.film', click())).toMatchObject({ content: 'gif' });
    expect(intent(discord, '.kind', click())).toBeUndefined();
    expect(intent(discord, '[data-type="emoji"]', click())).toBeUndefined();
  });
});
