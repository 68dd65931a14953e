// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://bsky.app/"}
import { describe, expect, it } from 'vitest';
import bluesky from '../../../lib/surfaces/bluesky.surface.ts';
import { key, pressed, showPage, the } from './hooked-page.ts';

describe('a chat on Bluesky', () => {
  const chat = `<nav><a href="/profile/saya.example">Profile</a></nav><main><div data-testid="convoScreen">
    <div><a href="/profile/rani.example"><img alt=""></a><a href="/profile/rani.example"><div dir="auto">Rani Kusuma</div></a></div>
    <p><a href="/profile/did:plc:abc">@teman</a> <a href="/profile/media.example/post/3k">kiriman</a></p>
    <div><textarea placeholder="Write a message">Halo</textarea><div role="button" aria-label="Send message"><svg><path></path></svg></div></div>
  </div></main>`;

  it('is with the profile in its header, not with those who are mentioned or quoted', () => {
    showPage(chat, '/messages/3kaaa');
    expect(bluesky.composerAt(the('textarea'))?.read()).toMatchObject({
      recipients: [{ field: 'direct', address: 'rani.example', name: 'Rani Kusuma' }],
      conversation: '3kaaa',
      channel: 'other_chat',
      unreadable: [],
    });
  });

  it('sends by Enter and by its round button, which is no button', () => {
    showPage(chat, '/messages/3kaaa');
    const intent = (selector: string, event: Event) =>
      pressed(the(selector), event, (target) => bluesky.composerAt(target)?.sendIntent(event));
    expect(intent('textarea', key('Enter'))).toEqual({ how: 'send' });
    expect(intent('path', new MouseEvent('click', { bubbles: true }))).toEqual({
      how: 'send',
      control: the('[role=button]'),
    });
  });
});

describe('a post on Bluesky', () => {
  it('is public, with every post of a thread', () => {
    showPage(
      '<div role="dialog"><div data-testid="composePostView"><button data-testid="composerPublishBtn" aria-label="Publish posts">Post All</button><div class="ProseMirror" contenteditable="true"><p>Satu</p></div><div class="ProseMirror" contenteditable="true"><p>Dua</p></div></div></div>',
      '/',
    );
    expect(bluesky.composerAt(the('.ProseMirror'))?.read()).toMatchObject({
      audience: 'public',
      channel: 'public_post',
      text: 'Satu\nDua',
      unreadable: [],
    });
  });
});
