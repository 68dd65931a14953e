import type { BoxHooks, ReadHooks, WhoHooks } from '../hooks.ts';

const OVER = '#interop-outlet >>> ';
const DIALOG = '[role="dialog"]';
const BARE = 'button:is([aria-label="Send without a note"], [aria-label="Kirim tanpa catatan"])';
const CONNECT = ':is(button, [role="button"]):is([aria-label^="Invite "], [aria-label^="Undang "])';

const invited = '^(?:Invite\\s+(.+?)\\s+to connect|Undang\\s+(.+?)\\s+untuk)';

/** On a profile the address says who; a name in the dialog that is not the profile's own is somebody else's card. */
const ofProfile: ReadHooks = { in: 'url', match: '^/in/([^/?#]+)' };
const dialogWho: WhoHooks = {
  handle: ofProfile,
  title: { at: ['[data-test-modal-header] strong', '.artdeco-modal__content strong', 'strong'] },
  agree: [{ at: ['main h1'], in: 'page' }],
};

const send = [
  'button:is([aria-label="Send invitation"], [aria-label="Send now"], [aria-label="Kirim undangan"])',
  '.artdeco-modal__actionbar button.artdeco-button--primary',
];

/** A note of at most 300 characters goes with it. */
export const invitation: BoxHooks = {
  name: 'invitation',
  root: [`${DIALOG}:has(textarea#custom-message)`, '.send-invite:has(textarea)'].flatMap((root) => [OVER + root, root]),
  editor: ['textarea#custom-message', 'textarea[name="message"]'],
  who: dialogWho,
  send,
  also: [{ at: [BARE], content: 'invitation' }],
  keys: 'none',
  replay: ['click', 'ask'],
};

export const invitationWithoutNote: BoxHooks = {
  name: 'invitation-bare',
  root: [`${DIALOG}:has(${BARE})`].flatMap((root) => [OVER + root, root]),
  editor: [],
  who: dialogWho,
  send: [BARE, '.artdeco-modal__actionbar button.artdeco-button--primary'],
  content: 'invitation',
  keys: 'none',
  replay: ['click', 'ask'],
};

/** Connect may send at once, without a dialog: the press itself is the invitation. */
export const connectOnCard: BoxHooks = {
  name: 'connect',
  root: ['li', '[role="listitem"]', 'aside section'].map((card) => `${card}:has(${CONNECT}):has(a[href*="/in/"])`),
  editor: [],
  who: {
    handle: { at: ['a[href*="/in/"]'], from: 'href', match: '/in/([^/?#]+)' },
    title: { at: [CONNECT], from: 'aria-label', match: invited },
  },
  send: [CONNECT, ':is(button, [role="button"]) ::named(Connect|Hubungkan)'],
  content: 'invitation',
  keys: 'none',
  replay: ['click', 'ask'],
};

export const connectOnProfile: BoxHooks = {
  ...connectOnCard,
  name: 'connect-profile',
  root: [`main section:has(h1):has(${CONNECT})`],
  who: {
    handle: ofProfile,
    title: { at: [CONNECT], from: 'aria-label', match: invited },
    agree: [{ at: ['h1'] }],
  },
};
