import type { AttachmentRef, Draft, ReadProblem } from '../domain/draft.ts';
import type { Place } from '../domain/verdict.ts';
import { entriesIn } from './roundcube-addresses.ts';
import { plainEditor, readBody, richEditor } from './roundcube-body.ts';
import { FIELDS, recipientEdits, recipients } from './roundcube-recipients.ts';
import { replay, sendButton, sendDialog, sendIntent, shownSend } from './roundcube-send.ts';
import type { Composer, Surface } from './surface.ts';

const ID = 'roundcube';

/** Keys typed in the HTML editor's frame reach only that frame: its guard reads the letter through the parent. */
function composeDocument(doc: Document): Document | undefined {
  const frame = doc.body?.id === 'tinymce' ? doc.defaultView?.frameElement : undefined;
  const owner = frame?.id === 'composebody_ifr' ? frame.ownerDocument : doc;
  return owner.querySelector('body.task-mail.action-compose #composebody') ? owner : undefined;
}

const files = (doc: Document): readonly Element[] => [...doc.querySelectorAll('#attachment-list li[id^="rcmfile"]')];
const fileName = (item: Element): string => (item.querySelector('.attachment-name') ?? item).textContent?.trim() ?? '';
const attachments = (doc: Document): readonly AttachmentRef[] => files(doc).map((item) => ({ name: fileName(item) }));

const subjectField = (doc: Document): HTMLInputElement | null =>
  doc.querySelector('#compose-subject') ?? doc.querySelector('input[name="_subject"]');

/** What stands in the "No subject" dialog is what will be sent. */
function subject(doc: Document): string | undefined {
  const written = subjectField(doc)?.value;
  return written === '' ? (sendDialog(doc)?.subject?.value ?? '') : written;
}

function sender(doc: Document): string | undefined {
  const from = doc.querySelector<HTMLSelectElement | HTMLInputElement>('#_from');
  // Not instanceof: read from the body's frame, the page's elements belong to another window's classes.
  const words = from && 'selectedOptions' in from ? from.selectedOptions[0]?.textContent : from?.value;
  return entriesIn(words ?? '')[0]?.address;
}

function read(doc: Document): Draft {
  const who = recipients(doc);
  const body = readBody(doc);
  const about = subject(doc);
  const from = sender(doc);
  const problems: readonly [ReadProblem, boolean][] = [
    ['recipients', who === undefined],
    ['body', body === undefined],
    ['subject', about === undefined],
    ['attachments', doc.getElementById('attachment-list') === null],
    ['send', sendButton(doc) === undefined],
  ];
  return {
    surface: ID,
    channel: 'email',
    audience: 'people',
    ...(from !== undefined && { from }),
    recipients: who ?? [],
    ...(about !== undefined && { subject: about }),
    text: body?.text ?? '',
    ...(body && body.quoted !== '' && { quoted: body.quoted }),
    attachments: attachments(doc),
    ...(body?.isReply && { inReplyTo: true }),
    unreadable: problems.flatMap(([problem, is]) => (is ? [problem] : [])),
  };
}

function goTo(doc: Document, place: Place): boolean {
  if (place.zone === 'text' || place.zone === 'quoted') return readBody(doc)?.select(place) ?? false;
  if (place.zone === 'subject') {
    const field = subjectField(doc);
    field?.focus();
    field?.setSelectionRange(place.start, place.end);
    return field !== null;
  }
  const item = files(doc).find((file) => fileName(file) === place.words);
  item?.scrollIntoView({ block: 'center' });
  return item !== undefined;
}

function composer(doc: Document): Composer | null {
  const root = doc.getElementById('compose-content');
  if (!root) return null;
  return {
    root,
    key: () => doc.querySelector<HTMLInputElement>('form input[name="_id"]')?.value || ID,
    read: () => read(doc),
    sendIntent: (event) => sendIntent(doc, event),
    replay: (intent) => replay(doc, intent),
    anchor: () => shownSend(doc) ?? null,
    editor: () => richEditor(doc) ?? plainEditor(doc),
    edits: { ...recipientEdits(doc), goTo: (place) => goTo(doc, place) },
  };
}

const composerOf = (doc: Document | null): Composer | null => {
  const page = doc && composeDocument(doc);
  return page ? composer(page) : null;
};

const roundcube: Surface = {
  id: ID,
  name: 'Roundcube',
  channel: 'email',
  matches: [],
  optional: true,
  proof: { grade: 'reconstructed', by: "Roundcube 1.6.5's template (elastic)", on: '2026-11-22' },
  applies: (_location, document) => composeDocument(document) !== undefined,
  composerAt: (target) => composerOf(target.ownerDocument),
  composers(root) {
    const doc = root.ownerDocument ?? (root as Document);
    // One letter, one composer: the frame of its body is not a second one.
    const found = doc && composeDocument(doc) === doc ? composer(doc) : null;
    return found && root.contains(found.root) ? [found] : [];
  },
  fields: FIELDS,
};

export default roundcube;
