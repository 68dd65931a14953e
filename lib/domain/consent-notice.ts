import type { Instant } from './person.ts';

export const NOTICE_LANGUAGES = ['id', 'en'] as const;
export type NoticeLanguage = (typeof NOTICE_LANGUAGES)[number];

/** The notice as a record tells it. Without `shown_at` nobody says that this person has seen it. */
export interface ConsentNotice {
  readonly version: string;
  readonly shown_at?: Instant;
  readonly uri?: string;
  /** Hex SHA-256 of the very text, UTF-8. */
  readonly text_sha256?: string;
  /** BCP 47. */
  readonly language?: string;
}

/** One version that a space has published, with its texts, so that what was shown can be shown again. */
export interface PublishedNotice {
  readonly version: string;
  readonly since: Instant;
  readonly uri?: string;
  readonly texts: Readonly<Record<NoticeLanguage, { readonly text: string; readonly sha256: string }>>;
}

/** The newest; notices are kept in the order in which they were published. */
export const noticeInForce = (notices: readonly PublishedNotice[] = []): PublishedNotice | undefined => notices.at(-1);

/** A published version as a record names it, in one language. */
export function noticeOf(notice: PublishedNotice, language: NoticeLanguage, shownAt?: Instant): ConsentNotice {
  return {
    version: notice.version,
    language,
    text_sha256: notice.texts[language].sha256,
    ...(notice.uri === undefined ? {} : { uri: notice.uri }),
    ...(shownAt === undefined ? {} : { shown_at: shownAt }),
  };
}
