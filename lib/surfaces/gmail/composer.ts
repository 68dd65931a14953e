import type { Draft, ReadProblem } from '../../domain/draft.ts';
import type { Place } from '../../domain/verdict.ts';
import { goToInField, goToInText } from '../go-to.ts';
import type { Composer, ReplayStep, SendIntent } from '../surface.ts';
import { moveToBcc, removeFile, removeRecipients } from './edit.ts';
import { sendIntent } from './intent.ts';
import { GMAIL } from './marks.ts';
import { readRecipients } from './recipients.ts';
import { findSend, findSendArchive } from './send.ts';
import { attachmentsOf, bodyOf, isTextArea, ownText, quotedText } from './text.ts';
import { timeOf } from './time.ts';

export const gmailComposer = (root: Element): Composer => ({
  root,
  key: () => keyOf(root),
  read: (intent) => ({ ...read(root), ...timeOf(intent) }),
  sendIntent: (event) => sendIntent(root, event),
  replay: (intent) => replay(root, intent),
  anchor: () => anchor(root),
  editor: () => bodyOf(root),
  edits: {
    moveToBcc: (addresses) => moveToBcc(root, addresses),
    remove: (addresses) => removeRecipients(root, addresses),
    goTo: (place) => goTo(root, place),
    removeFile: (name) => removeFile(root, name),
  },
});

/** The draft id is given at the first save, in the middle of writing; the compose id stands from the start. */
function keyOf(root: Element): string {
  const region = root.matches('[data-compose-id]') ? root : root.querySelector('[data-compose-id]');
  return region?.getAttribute('data-compose-id') || hidden(root, 'composeid') || hidden(root, 'draft') || '';
}

function read(root: Element): Draft {
  const { recipients, readable } = readRecipients(root);
  const body = bodyOf(root);
  const subject = root.querySelector<HTMLInputElement>(GMAIL.subject);
  const from = hidden(root, 'from');
  const replyTo = hidden(root, 'rm');
  const quoted = body && !isTextArea(body) ? quotedText(body) : undefined;
  return {
    surface: 'gmail',
    channel: 'email',
    audience: 'people',
    ...(from && { from }),
    recipients,
    ...(subject && { subject: subject.value }),
    text: body ? (isTextArea(body) ? body.value : ownText(body).text) : '',
    ...(quoted && { quoted }),
    attachments: attachmentsOf(root),
    showsFiles: true,
    ...(replyTo && replyTo !== 'undefined' && { inReplyTo: true }),
    unreadable: problems({ recipients: !readable, body: !body, subject: !subject, send: !findSend(root).agreed }),
  };
}

const problems = (missing: Partial<Record<ReadProblem, boolean>>): readonly ReadProblem[] =>
  (Object.keys(missing) as ReadProblem[]).filter((problem) => missing[problem]);

const hidden = (root: Element, name: string): string =>
  root.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? '';

/** Found anew: the page re-renders Send, and its menus close while the warning is open. */
function replay(root: Element, intent: SendIntent): readonly ReplayStep[] {
  const element = controlFor(root, intent);
  return element ? [{ kind: 'pointer', element }, { kind: 'ask' }] : [{ kind: 'ask' }];
}

function controlFor(root: Element, intent: SendIntent): HTMLElement | null {
  switch (intent.how) {
    case 'send':
      return findSend(root).agreed ?? intent.control ?? null;
    case 'send-archive':
      return findSendArchive(root) ?? intent.control ?? null;
    case 'schedule':
    case 'confirm':
      return intent.control?.isConnected ? intent.control : null;
  }
}

/** The subject's line has room at its end; in an inline reply it is there but 0 × 0. */
function anchor(root: Element): Element | null {
  const subject = root.querySelector<HTMLElement>(GMAIL.subject);
  return subject && subject.offsetWidth > 0 ? subject : bodyOf(root);
}

function goTo(root: Element, place: Place): boolean {
  const body = bodyOf(root);
  const subject = root.querySelector<HTMLInputElement>(GMAIL.subject);
  if (place.zone === 'subject') return subject !== null && goToInField(subject, place);
  if (place.zone !== 'text' || !body) return false;
  return isTextArea(body) ? goToInField(body, place) : goToInText(body, ownText(body), place);
}
