import type { Recipient } from '../../domain/draft.ts';
import type { Place } from '../../domain/verdict.ts';
import { addressKey, splitAddresses } from '../addresses.ts';
import { isKey, isModEnter } from '../events.ts';
import { goToInField } from '../go-to.ts';
import type { Composer, Surface } from '../surface.ts';
import { typeInto, until } from '../typing.ts';
import { fieldNamed, isOwnPage, PRACTICE_PROOF, practiceRoot, pressIntent, sendButton } from './practice.ts';

const FIELDS = ['to', 'cc', 'bcc'] as const;

/** The mail composer of the practice mailbox. */
const practiceMail: Surface = {
  id: 'practice-mail',
  name: 'Izin',
  channel: 'email',
  matches: [],
  proof: PRACTICE_PROOF,
  fields: FIELDS,
  applies: isOwnPage,
  composerAt: (target) => {
    const root = practiceRoot(target, 'mail');
    return root && composer(root);
  },
  composers: (root) => [...root.querySelectorAll('[data-practice="mail"]')].map(composer),
};
export default practiceMail;

const composer = (root: Element): Composer => ({
  root,
  key: () => 'practice-mail',
  read: () => ({
    surface: 'practice-mail',
    channel: 'email',
    audience: 'people',
    recipients: recipients(root),
    subject: fieldNamed(root, 'subject')?.value ?? '',
    text: fieldNamed(root, 'body')?.value ?? '',
    attachments: filesOf(root).map(({ dataset }) => ({ name: dataset.file ?? '' })),
    showsFiles: true,
    unreadable: [],
  }),
  sendIntent: (event) => pressIntent(root, event) ?? (isKey(event) && isModEnter(event) ? { how: 'send' } : undefined),
  replay: () => {
    const element = sendButton(root);
    return element ? [{ kind: 'click', element }, { kind: 'ask' }] : [{ kind: 'ask' }];
  },
  anchor: () => fieldNamed(root, 'subject'),
  editor: () => fieldNamed(root, 'body'),
  edits: {
    moveToBcc: async (addresses) => {
      for (const field of ['to', 'cc'] as const) write(root, field, without(root, field, addresses));
      const bcc = [...listed(root, 'bcc'), ...addresses.filter((each) => !holdsAddress(listed(root, 'bcc'), each))];
      write(root, 'bcc', bcc);
      return addresses.every((each) => holdsAddress(listed(root, 'bcc'), each));
    },
    remove: async (addresses) => {
      for (const field of FIELDS) write(root, field, without(root, field, addresses));
      return FIELDS.every((field) => !addresses.some((each) => holdsAddress(listed(root, field), each)));
    },
    goTo: (place) => goTo(root, place),
    removeFile: async (name) => {
      filesOf(root)
        .find(({ dataset }) => dataset.file === name)
        ?.querySelector('button')
        ?.click();
      return until(() => !filesOf(root).some(({ dataset }) => dataset.file === name));
    },
  },
});

const filesOf = (root: Element): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-file]')];

const recipients = (root: Element): readonly Recipient[] =>
  FIELDS.flatMap((field) => splitAddresses(fieldNamed(root, field)?.value ?? '').map((each) => ({ field, ...each })));

const listed = (root: Element, field: string): readonly string[] =>
  splitAddresses(fieldNamed(root, field)?.value ?? '').map((each) =>
    each.name ? `${each.name} <${each.address}>` : each.address,
  );

const holdsAddress = (list: readonly string[], address: string): boolean =>
  list.some((each) => addressKey(each) === addressKey(address));

const without = (root: Element, field: string, addresses: readonly string[]): readonly string[] =>
  listed(root, field).filter((each) => !holdsAddress(addresses, each));

function write(root: Element, field: string, list: readonly string[]): void {
  const input = fieldNamed(root, field);
  if (input && input.value !== list.join(', ')) typeInto(input, list.join(', '));
}

function goTo(root: Element, place: Place): boolean {
  const input = fieldNamed(root, place.zone === 'subject' ? 'subject' : 'body');
  return input !== null && goToInField(input, place);
}
