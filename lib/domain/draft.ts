import type { Channel, Purpose } from './enums.ts';
import type { FileReading } from './file-reading.ts';
import type { PersonId } from './person.ts';

/** A surface's stable id; built-in ids are file names, taught ones start with `taught:`. */
export type SurfaceId = string;
export type RecipientField = 'to' | 'cc' | 'bcc' | 'direct';

/** One addressee as the page shows it. */
export interface Recipient {
  readonly field: RecipientField;
  /** Address, number or handle as read; `chatAddress` of the title or thread where the page shows nothing else. */
  readonly address: string;
  readonly name?: string;
  /** Typed, but not yet a chip. It counts. */
  readonly pending?: boolean;
  /** A name that anybody may bear is all that the page shows: held until the user has said who it is. */
  readonly unsure?: boolean;
  /** A group whose members the page does not show. */
  readonly group?: boolean;
  /** Whom the user named for this conversation, where several people share its title. Forgotten when the chat is left. */
  readonly person?: PersonId;
}

export interface AttachmentRef {
  readonly name: string;
  /** Bytes; left out where the page does not say. */
  readonly size?: number;
  /** Text, where it was read. */
  readonly text?: string;
  /** The file of these bytes, as this page's guard knows it: the same file keeps its id, another of the same name has another. */
  readonly id?: string;
  /** How far it was read. Left out: nobody has said anything about it, and nothing is told of it. */
  readonly state?: FileState;
  /** While it is `waiting`: how much of it is read, 0 to 1. */
  readonly share?: number;
  /** A link to a file that lies with a service (a Drive chip): what it holds is never seen here. */
  readonly link?: boolean;
  /** All that was found in it; then `text` is left out. */
  readonly reading?: FileReading;
}

/**
 * `unseen`: the page shows it, and its bytes never passed by the guard (a cloud's picker, a draft that was reopened).
 * `waiting`: it is being read. `skipped`: sent without waiting for it. `lost`: whoever read it ended.
 */
export type FileState = 'unseen' | 'waiting' | 'read' | 'skipped' | 'lost';

/** What could not be read, so that it can be said. `send` and `identity` are self-check failures. */
export type ReadProblem = 'recipients' | 'body' | 'subject' | 'attachments' | 'identity' | 'send' | 'content';

/** What goes instead of words, or beside them, and cannot be read: it is said. `post`: one whose text stands on another page. */
export const CONTENTS = ['voice', 'sticker', 'gif', 'like', 'picture', 'share', 'invitation', 'call', 'post'] as const;
export type Content = (typeof CONTENTS)[number];

/** The message as read from the page at one moment. Never written to disk. */
export interface Draft {
  readonly surface: SurfaceId;
  readonly channel: Channel;
  readonly audience: 'people' | 'group' | 'public';
  readonly from?: string;
  readonly recipients: readonly Recipient[];
  readonly subject?: string;
  /** Own words only; what is quoted stands in `quoted`. */
  readonly text: string;
  readonly quoted?: string;
  readonly attachments: readonly AttachmentRef[];
  /** The page shows which files go along, and they are read: that there is none is known. */
  readonly showsFiles?: boolean;
  /** The page's own stable key of the chat (thread id, jid, peer id). Two chats are never taken for one. */
  readonly conversation?: string;
  readonly content?: Content;
  readonly inReplyTo?: boolean | { readonly from?: string; readonly at?: string; readonly text?: string };
  /** The user's choice for this message; else the policy's default. */
  readonly purpose?: Purpose;
  /** The campaign's client, for restrictions and consents that name one. */
  readonly client?: string;
  /** The campaign's release (id): under embargo even where its words do not stand in the text. */
  readonly release?: string;
  /** ISO 8601, where a time is chosen and could be read. */
  readonly sendAt?: string;
  /** A time is about to be chosen: what depends on it alone (an embargo) is judged at the press that says it. */
  readonly scheduling?: boolean;
  readonly unreadable: readonly ReadProblem[];
}
