import type { AttachmentRef, Draft, ReadProblem } from '../../domain/draft.ts';
import type { Place } from '../../domain/verdict.ts';
import { goToInField } from '../go-to.ts';
import type { Composer, Surface } from '../surface.ts';
import { until } from '../typing.ts';
import { entriesIn } from './addresses.ts';
import { bodyEditor, followRichEditor, readBody } from './body.ts';
import { FIELDS, recipientEdits, recipients } from './recipients.ts';
import { replay, sendButton, sendDialog, sendIntent } from './send.ts';

const ID = 'roundcube';

/** Any page of a Roundcube: all of them load its client script. */
const isRoundcube = (doc: Document): boolean => doc.querySelector('script[src*="program/js/app"]') !== null;

/** Larry's body tells no task. */
const isCompose = (doc: Document): boolean => doc.querySelector('#compose-content #composebody') !== null;

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
  const words = from && 'options' in from ? from.options[Math.max(0, from.selectedIndex)]?.textContent : from?.value;
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
    showsFiles: true,
    ...(body?.isReply && { inReplyTo: true }),
    unreadable: problems.flatMap(([problem, is]) => (is ? [problem] : [])),
  };
}

/** As its own button does; true once its row is gone. */
async function removeFile(doc: Document, name: string): Promise<boolean> {
  const item = files(doc).find((file) => fileName(file) === name);
  const control = item?.querySelector<HTMLElement>('a.delete');
  control?.click();
  return control !== null && control !== undefined && until(() => !item?.isConnected);
}

function goTo(doc: Document, place: Place): boolean {
  if (place.zone === 'text' || place.zone === 'quoted') return readBody(doc)?.goTo(place) ?? false;
  if (place.zone === 'subject') {
    const field = subjectField(doc);
    return field !== null && goToInField(field, place);
  }
  const item = files(doc).find((file) => fileName(file) === place.words);
  item?.scrollIntoView({ block: 'center' });
  return item !== undefined;
}

function composer(doc: Document): Composer | null {
  const root = isCompose(doc) && doc.getElementById('compose-content');
  if (!root) return null;
  followRichEditor(doc);
  return {
    root,
    key: () => doc.querySelector<HTMLInputElement>('form input[name="_id"]')?.value || ID,
    read: () => read(doc),
    sendIntent: (event) => sendIntent(doc, event),
    replay: (intent) => replay(doc, intent),
    // Free at its right end in wide and narrow windows, and no menu of the page opens over it. Larry has only the subject.
    anchor: () => doc.querySelector('#compose_from > label') ?? subjectField(doc),
    editor: () => bodyEditor(doc),
    edits: { ...recipientEdits(doc), goTo: (place) => goTo(doc, place), removeFile: (name) => removeFile(doc, name) },
  };
}

/** One letter a page; buttons and dialogs stand outside of its form, so every element of the page belongs to it. */
const roundcube: Surface = {
  id: ID,
  name: 'Roundcube',
  channel: 'email',
  matches: [],
  optional: true,
  proof: {
    grade: 'real',
    by: 'Roundcube 1.6.5, skins elastic and larry, driven in Chromium and Firefox',
    on: '2026-11-22',
  },
  fields: FIELDS,
  applies: (_location, document) => isRoundcube(document),
  composerAt: (target) => composer(target.ownerDocument),
  composers(root) {
    const found = composer(root.ownerDocument ?? (root as Document));
    return found && root.contains(found.root) ? [found] : [];
  },
};

export default roundcube;
