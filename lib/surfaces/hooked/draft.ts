import type { Draft, ReadProblem } from '../../domain/draft.ts';
import type { BoxHooks, SiteHooks } from '../hooks.ts';
import type { SendIntent } from '../surface.ts';
import { readText } from '../text.ts';
import { attachmentsOf, joined, partsOf, quotedOf } from './body.ts';
import { alsoAt, sendIsFound } from './controls.ts';
import { recipientsOfMail } from './fields.ts';
import { isEmpty } from './intent.ts';
import type { Box } from './memory.ts';
import { mentionsIn } from './mentions.ts';
import { patternOf, readFirst } from './read.ts';
import { findFirst } from './select.ts';
import { timeOf } from './time.ts';
import { whoOf } from './who.ts';

/** A known blind spot of these kinds is a property of the site and stands in its description; the others decide a verdict. */
const QUIET: ReadonlySet<ReadProblem> = new Set(['attachments', 'subject', 'send']);

export function readDraft(site: SiteHooks, box: Box, root: Element, intent?: SendIntent): Draft {
  const { hooks } = box;
  const isPublic = isForAll(hooks, root);
  const parts = partsOf(hooks, root);
  const written = joined(parts);
  const who = hooks.who && whoOf(hooks.who, root, box.identityOf(root), hooks.editor.length === 0);
  const mail = hooks.to || hooks.cc || hooks.bcc ? recipientsOfMail(hooks, root) : undefined;
  const mentions = hooks.mentions && mentionsIn(hooks.mentions, written, root);
  const all = [...(mail?.recipients ?? []), ...(who?.recipients ?? []), ...(mentions?.recipients ?? [])];
  const recipients = isPublic ? [] : all;
  const isChat = who !== undefined && mentions === undefined && hooks.editor.length > 0;
  const subject = readFirst(hooks.subject, root);
  const from = readFirst(hooks.from, root)?.text;
  const content = intent?.content ?? hooks.content;
  // What a control sends instead of the words; what a box sends goes beside them.
  const instead = intent?.content !== undefined && hooks.content === undefined;
  const text = instead ? '' : (ownWords(box, root, intent) ?? written);
  const quoted = instead ? '' : quotedOf(hooks, root);
  const missing: readonly [ReadProblem, boolean][] = [
    ['recipients', !isPublic && (mail?.readable === false || (isChat && recipients.length === 0))],
    ['recipients', hooks.audience === 'public' && isHiddenChoice(hooks, root)],
    ['body', parts.length === 0 && hooks.editor.length > 0],
    ['subject', hooks.subject !== undefined && subject === undefined],
    ['identity', !isPublic && (who?.agrees === false || mentions?.agrees === false)],
    ['send', !sendIsFound(hooks, root, isEmpty(hooks, root))],
    ['content', content !== undefined],
  ];
  const known = hooks.cannot ?? [];
  const problems = missing.flatMap(([problem, is]) =>
    is && !(QUIET.has(problem) && known.includes(problem)) ? [problem] : [],
  );
  return {
    surface: site.id,
    channel: hooks.visibility && !isPublic ? site.channel : (hooks.channel ?? site.channel),
    audience: isPublic ? 'public' : who?.isGroup ? 'group' : 'people',
    ...(from && { from }),
    recipients,
    ...(subject && { subject: subject.text }),
    text,
    ...(quoted && { quoted }),
    attachments: instead ? [] : attachmentsOf(hooks, root),
    ...(hooks.attachments && !known.includes('attachments') && { showsFiles: true }),
    ...(who?.thread && { conversation: who.thread }),
    ...(content && { content }),
    ...(findFirst(root, hooks.reply) && { inReplyTo: true }),
    ...timeOf(box, root, intent),
    unreadable: [...new Set([...problems, ...known.filter((problem) => !QUIET.has(problem))])],
  };
}

/** A quick reply sends what stands on it. */
function ownWords(box: Box, root: Element, intent: SendIntent | undefined): string | undefined {
  const also = intent?.control && alsoAt(box.hooks, root, intent.control, box.presses.get(root));
  return also?.hooks.words ? readText(also.element).text : undefined;
}

/** Who sees it was chosen, and the choice is not to be seen: it may be a letter to some. */
const isHiddenChoice = ({ visibility }: BoxHooks, root: Element): boolean =>
  visibility !== undefined && readFirst(visibility.read, root) === undefined;

/** Where the site lets the writer choose who sees it, only what is known to be for people is. */
function isForAll(box: BoxHooks, root: Element): boolean {
  const shown = box.visibility && readFirst(box.visibility.read, root)?.text;
  if (!box.visibility || shown === undefined) return box.audience === 'public';
  return shown.search(patternOf(box.visibility.people) ?? /^$/) < 0;
}
