import { isComposing, isEnter, isKey, targetOf } from '../events.ts';
import { goToInField } from '../go-to.ts';
import type { Composer, ReplayStep, SendIntent, Surface } from '../surface.ts';
import { fieldNamed, isOwnPage, PRACTICE_PROOF, practiceRoot, pressIntent, sendButton } from './practice.ts';

/** The chat of the practice mailbox: Enter sends, Shift+Enter is a new line. */
const practiceChat: Surface = {
  id: 'practice-chat',
  name: 'Izin',
  channel: 'whatsapp',
  matches: [],
  proof: PRACTICE_PROOF,
  fields: ['direct'],
  applies: isOwnPage,
  composerAt: (target) => {
    const root = practiceRoot(target, 'chat');
    return root && composer(root);
  },
  composers: (root) => [...root.querySelectorAll('[data-practice="chat"]')].map(composer),
};
export default practiceChat;

const composer = (root: Element): Composer => ({
  root,
  key: () => `practice-chat ${peerOf(root)?.dataset.peer ?? ''}`,
  read: () => {
    const peer = peerOf(root);
    const address = peer?.dataset.peer ?? '';
    const name = peer?.textContent?.trim();
    return {
      surface: 'practice-chat',
      channel: 'whatsapp',
      audience: 'people',
      recipients: address ? [{ field: 'direct', address, ...(name && { name }) }] : [],
      text: fieldNamed(root, 'body')?.value ?? '',
      attachments: [],
      unreadable: address ? [] : ['recipients'],
    };
  },
  sendIntent: (event) =>
    fieldNamed(root, 'body')?.value.trim() ? (pressIntent(root, event) ?? enterIntent(event)) : undefined,
  replay: () => steps(root),
  anchor: () => fieldNamed(root, 'body'),
  editor: () => fieldNamed(root, 'body'),
  edits: {
    goTo: (place) => {
      const body = fieldNamed(root, 'body');
      return body !== null && goToInField(body, place);
    },
  },
});

const peerOf = (root: Element): HTMLElement | null => root.querySelector<HTMLElement>('[data-peer]');

function enterIntent(event: Event): SendIntent | undefined {
  if (!isKey(event) || !isEnter(event) || event.shiftKey || isComposing(event)) return undefined;
  return targetOf(event)?.matches('textarea') ? { how: 'send' } : undefined;
}

function steps(root: Element): readonly ReplayStep[] {
  const button = sendButton(root);
  const body = fieldNamed(root, 'body');
  return [
    ...(button ? [{ kind: 'click', element: button } as const] : []),
    ...(body ? [{ kind: 'enter', element: body } as const] : []),
    { kind: 'ask' },
  ];
}
