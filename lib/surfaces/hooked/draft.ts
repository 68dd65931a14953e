import type { Draft, ReadProblem } from '../../domain/draft.ts';
import type { BoxHooks, SiteHooks } from '../hooks.ts';
import type { SendIntent } from '../surface.ts';
import { attachmentsOf, joined, partsOf, quotedOf } from './body.ts';
import { sendIsFound } from './controls.ts';
import { recipientsOfMail } from './fields.ts';
import type { Identity } from './identity.ts';
import { patternOf, readFirst } from './read.ts';
import { findFirst } from './select.ts';
import { whoOf } from './who.ts';

export function readDraft(
  site: SiteHooks,
  box: BoxHooks,
  root: Element,
  identity: Identity,
  intent?: SendIntent,
): Draft {
  const who = box.who && whoOf(box.who, root, identity);
  const mail = box.to || box.cc || box.bcc ? recipientsOfMail(box, root) : undefined;
  const isPublic = isForAll(box, root);
  const recipients = isPublic ? [] : [...(mail?.recipients ?? []), ...(who?.recipients ?? [])];
  const parts = partsOf(box, root);
  const subject = readFirst(box.subject, root);
  const from = readFirst(box.from, root)?.text;
  const quoted = quotedOf(box, root);
  const content = intent?.content;
  const missing: readonly [ReadProblem, boolean][] = [
    ['recipients', !isPublic && (mail?.readable === false || (recipients.length === 0 && mail === undefined))],
    ['body', parts.length === 0 && box.editor.length > 0],
    ['subject', box.subject !== undefined && subject === undefined],
    ['identity', !isPublic && who?.agrees === false],
    ['send', !sendIsFound(box, root)],
    ['content', content !== undefined],
  ];
  const problems = missing.flatMap(([problem, is]) => (is ? [problem] : []));
  return {
    surface: site.id,
    channel: box.channel ?? site.channel,
    audience: isPublic ? 'public' : who?.isGroup ? 'group' : 'people',
    ...(from && { from }),
    recipients,
    ...(subject && { subject: subject.text }),
    text: content ? '' : joined(parts),
    ...(quoted && !content && { quoted }),
    attachments: content ? [] : attachmentsOf(box, root),
    ...(who?.thread && { conversation: who.thread }),
    ...(content && { content }),
    ...(findFirst(root, box.reply) && { inReplyTo: true }),
    unreadable: [...new Set([...problems, ...(box.cannot ?? [])])],
  };
}

/** Where the site lets the writer choose who sees it, only what is known to be for people is. */
function isForAll(box: BoxHooks, root: Element): boolean {
  const shown = box.visibility && readFirst(box.visibility.read, root)?.text;
  if (!box.visibility || shown === undefined) return box.audience === 'public';
  return shown.search(patternOf(box.visibility.people) ?? /^$/) < 0;
}
