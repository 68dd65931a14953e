import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isChatAddress } from '../../lib/domain/chat.ts';
import type { AttachmentRef, Draft, Recipient, RecipientField } from '../../lib/domain/draft.ts';
import type { Channel } from '../../lib/domain/enums.ts';
import { parseMailbox } from '../../lib/domain/mailbox.ts';
import { DEFAULT_POLICY, type Policy, PRESET_PURPOSE } from '../../lib/domain/policy.ts';
import { readingOf } from './reading.ts';
import type { Scenario } from './schema.ts';

/** The message as a surface would have read it. A campaign lends it purpose, client and release. */
export function draftOf({ draft, ledger = {} }: Scenario, folder: string): Draft {
  const campaign = ledger.campaigns?.find(({ key }) => key === draft.campaign);
  if (draft.campaign !== undefined && !campaign) throw new Error(`draft.campaign: no campaign "${draft.campaign}"`);
  const channel = draft.channel ?? 'email';
  const purpose = draft.purpose ?? campaign?.purpose;
  const client = draft.client ?? campaign?.client;
  const { from, subject, quoted, send_at: sendAt } = draft;
  const reply = replyOf(draft.reply, ledger.people ?? [], channel);
  const audience = draft.audience ?? (draft.members_hidden ? 'group' : 'people');
  const recipients = recipientsOf(draft);
  return {
    surface: draft.surface ?? 'scenario',
    channel,
    audience,
    ...(from ? { from: parseMailbox(from).address } : {}),
    recipients,
    ...(subject ? { subject } : {}),
    text: draft.text ?? '',
    ...(quoted ? { quoted } : {}),
    // A corpus says which files there are; where a page does not show them, `files_hidden` says so.
    ...(draft.files_hidden ? {} : { showsFiles: true }),
    attachments: (draft.attachments ?? []).map((attachment): AttachmentRef => {
      const { name, text, file, state, link, holds } = attachment;
      if (holds) return { name, state: 'read', reading: readingOf(attachment) };
      const words = text ?? (file === undefined ? undefined : readFileSync(join(folder, file), 'utf8'));
      return {
        name,
        ...(words === undefined ? {} : { text: words }),
        ...(state && { state }),
        ...(link && { link }),
      };
    }),
    ...(reply === undefined ? {} : { inReplyTo: reply }),
    ...(purpose ? { purpose } : {}),
    ...(client ? { client } : {}),
    ...(campaign?.release ? { release: campaign.release } : {}),
    ...(sendAt ? { sendAt } : {}),
    // A scenario is a message that is being sent: nobody to send to means that the reading failed, as in the gate.
    unreadable: recipients.length === 0 && audience !== 'public' ? ['recipients'] : [],
  };
}

export const policyOf = ({ policy = {} }: Scenario): Policy => {
  const preset = policy.preset ?? DEFAULT_POLICY.preset;
  return {
    ...DEFAULT_POLICY,
    preset,
    purpose: PRESET_PURPOSE[preset],
    lawPacks: policy.law_packs ?? DEFAULT_POLICY.lawPacks,
    ownDomains: policy.own_domains ?? [],
  };
};

function recipientsOf(draft: Scenario['draft']): readonly Recipient[] {
  const chosen = draft.chosen === undefined ? {} : { person: draft.chosen };
  const hidden = draft.members_hidden === true;
  const read = (field: RecipientField, texts: readonly string[] = []): readonly Recipient[] =>
    texts.map((text) => ({
      field,
      ...addressed(text),
      ...(field === 'direct' ? chosen : {}),
      ...(hidden && field === 'direct' ? { group: true } : {}),
    }));
  const all = [
    ...read('to', draft.to),
    ...read('cc', draft.cc),
    ...read('bcc', draft.bcc),
    ...read('direct', draft.direct),
  ];
  // A group whose members the page does not show is still somebody to send to.
  return hidden && all.length === 0 ? [{ field: 'direct', address: 'group', group: true }] : all;
}

/** The title of a chat is taken as it stands: `chat:Dewi (Harian Pagi)` is no mailbox with a comment. */
const addressed = (text: string): Pick<Recipient, 'address' | 'name'> =>
  isChatAddress(text) ? { address: text } : parseMailbox(text);

function replyOf(
  reply: Scenario['draft']['reply'],
  people: NonNullable<NonNullable<Scenario['ledger']>['people']>,
  channel: Channel,
): Draft['inReplyTo'] {
  if (typeof reply !== 'object') return reply;
  const { from, at, text } = reply;
  const person = people.find(({ key }) => key === from);
  const point = person?.points?.find((one) => one.channel === channel) ?? person?.points?.[0];
  const address = person ? point?.address : from;
  if (from !== undefined && !person && !from.includes('@')) throw new Error(`draft.reply.from: no person "${from}"`);
  return { ...(address ? { from: address } : {}), ...(at ? { at } : {}), ...(text ? { text } : {}) };
}
