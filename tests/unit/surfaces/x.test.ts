// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://x.com/home"}
import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../../lib/domain/draft.ts';
import { surfaceFrom } from '../../../lib/surfaces/from-hooks.ts';
import type { SiteHooks } from '../../../lib/surfaces/hooks.ts';
import type { SendIntent, Surface } from '../../../lib/surfaces/surface.ts';
import x from '../../../lib/surfaces/x.surface.ts';
import { key, pressed, showPage, the } from './hooked-page.ts';

/** A surface remembers what a page has shown; each test begins with a page of its own. */
let site: Surface;
beforeEach(() => {
  site = surfaceFrom(x.hooks as SiteHooks);
});

const panel = (handle: string, name: string, inside = ''): string => `
  <div data-testid="dm-conversation-panel">
    <div data-testid="dm-conversation-header"><a href="/${handle}"><span data-testid="dm-conversation-username">${name}</span></a></div>
    <p>See <a href="/someoneelse">@someoneelse</a></p>${inside}
    <div data-testid="dm-composer-form"><textarea data-testid="dm-composer-textarea">Halo</textarea>
      <button data-testid="dm-composer-send-button" aria-label="Send">s</button></div>
  </div>`;

function show(html: string, path: string): ParentNode {
  showPage('<div data-testid="xchatEmbedRoute"></div>', path);
  const root = the('[data-testid="xchatEmbedRoute"]').attachShadow({ mode: 'open' });
  root.innerHTML = html;
  return root;
}
const inside = (root: ParentNode, selector: string): HTMLElement => root.querySelector(selector) as HTMLElement;
const read = (target: Element): Draft => site.composerAt(target)?.read() as Draft;
const intent = (target: Element, event: Event): SendIntent | undefined =>
  pressed(target, event, () => site.composerAt(target)?.sendIntent(event));
const click = (): MouseEvent => new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });

describe('a chat in the shadow', () => {
  it('is with the handle of its header, by the ids of its address', () => {
    const root = show(panel('rani', 'Rani Kusuma'), '/i/chat/1001-999');
    expect(read(inside(root, 'textarea'))).toMatchObject({
      recipients: [{ field: 'direct', address: 'rani', name: 'Rani Kusuma' }],
      conversation: '1001-999',
      text: 'Halo',
      unreadable: [],
    });
    expect(site.composers(document)).toHaveLength(1);
  });

  it('is in doubt while the address is new and the panel is the old one', () => {
    const root = show(panel('rani', 'Rani Kusuma'), '/i/chat/1001-999');
    expect(read(inside(root, 'textarea')).unreadable).toEqual([]);
    history.replaceState(null, '', '/i/chat/1002-999');
    expect(read(inside(root, 'textarea')).unreadable).toContain('identity');
    (root as ShadowRoot).innerHTML = panel('jati', 'Jati Wibowo');
    expect(read(inside(root, 'textarea'))).toMatchObject({
      recipients: [{ field: 'direct', address: 'jati', name: 'Jati Wibowo' }],
      unreadable: [],
    });
  });

  it('is a group by its address, and who is in it is not shown', () => {
    const root = show(panel('rani', 'Tim liputan'), '/i/chat/g555');
    const draft = read(inside(root, 'textarea'));
    expect(draft.audience).toBe('group');
    expect(draft.recipients.some(({ group }) => group)).toBe(true);
  });

  it('takes the answer to a request for a step towards that person', () => {
    const prompt = '<div data-testid="dm-message-request-prompt"><button>Accept</button></div>';
    const root = show(panel('rani', 'Rani Kusuma', prompt), '/i/chat/1001-999');
    expect(intent(inside(root, '[data-testid="dm-message-request-prompt"] button'), click())).toMatchObject({
      content: 'invitation',
    });
  });
});

describe('a post', () => {
  const post = (editors: string, more = ''): string =>
    `<div role="dialog">${more}${editors}<div data-testid="toolBar"><button role="button" data-testid="tweetButton">Post</button></div></div>`;
  const editor = (at: number, text: string): string =>
    `<div data-testid="tweetTextarea_${at}" role="textbox" contenteditable="true">${text}</div>`;

  it('is for everybody, with all the posts of a thread', () => {
    showPage(post(editor(0, 'Satu') + editor(1, 'Dua')), '/compose/post');
    expect(read(the('[data-testid="tweetTextarea_1"]'))).toMatchObject({
      channel: 'public_post',
      audience: 'public',
      recipients: [],
      text: 'Satu\nDua',
      unreadable: [],
    });
  });

  it('is a reply where another stands above it', () => {
    showPage(post(editor(0, 'Ya'), '<article data-testid="tweet">Kapan?</article>'), '/compose/post');
    expect(read(the('[role=textbox]')).inReplyTo).toBe(true);
  });

  it('leaves by Ctrl+Enter and Cmd+Enter, not by Enter', () => {
    showPage(post(editor(0, 'Satu')), '/compose/post');
    const box = the('[role=textbox]');
    expect(intent(box, key('Enter', { ctrlKey: true }))).toEqual({ how: 'send' });
    expect(intent(box, key('Enter', { metaKey: true }))).toEqual({ how: 'send' });
    expect(intent(box, key('Enter'))).toBeUndefined();
  });
});

describe('sharing a post by message', () => {
  it('names those who are ticked, and says that what is shared is not read', () => {
    const person = (name: string, ticked: boolean): string =>
      `<div data-testid="TypeaheadUser" aria-checked="${ticked}"><div dir="ltr"><span>${name}</span></div></div>`;
    showPage(
      `<div role="dialog">${person('Rani Kusuma', true)}${person('Jati Wibowo', false)}<button data-testid="dmComposerSendButton">Send</button></div>`,
      '/home',
    );
    const sends = intent(the('[data-testid="dmComposerSendButton"]'), click());
    expect(sends).toMatchObject({ how: 'send' });
    const draft = read(the('[role=dialog] button'));
    expect(draft.recipients.map(({ address }) => address)).toEqual(['chat:Rani Kusuma']);
    expect(draft).toMatchObject({ content: 'share', unreadable: ['content'] });
  });
});
