import { describe, expect, it } from 'vitest';
import { isGenerated } from '@/lib/teach/marks.ts';

describe('a name that a machine made', () => {
  it.each([
    'x1n2onr6',
    'css-1q2w3e',
    'sc-bdVaJa',
    'sc-aXZVg',
    'jss142',
    '_3zb7k',
    'ember1207',
    'react-aria-3',
    ':r1a:',
    'input-12',
    'gK2qXz',
    'a8f3c2e1',
    '550e8400-e29b-41d4-a716-446655440000',
    'mui-90',
    'svelte-1x2y3z',
    'MuiBox-root-17',
    'Tkqzrv',
    'hRkXpt',
    'emotion-0',
    'yui_3_17_2',
    'q',
    'css-module__x9Yz1',
  ])('is refused: %s', (name) => {
    expect(isGenerated(name)).toBe(true);
  });

  it.each([
    'composer',
    'send-button',
    'sendButton',
    'btn',
    'btn-primary',
    'msg_form',
    'reply-box',
    'wpTextbox1',
    'horde-compose',
    'imp-compose-to',
    'to',
    'chat-input',
    'wiki__text',
    'editBox',
    'send-message-form',
    'ComposeTo',
    'pesan',
    'kirim',
    'tombol-kirim',
    'h2',
    'mail-composer-to',
  ])('is no name like these, which people gave: %s', (name) => {
    expect(isGenerated(name)).toBe(false);
  });
});
