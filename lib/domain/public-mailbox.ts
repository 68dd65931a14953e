/** Mailboxes that anybody can have: to share one is not to share an institution. */
const PUBLIC_MAILBOX =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|icloud|me|mac|aol|proton|protonmail|gmx|mail|zoho|yandex|rocketmail|ymail|fastmail|tutanota)\.[a-z.]{2,6}$|^yahoo\.[a-z.]{2,6}$/;

export const isPublicMailbox = (domain: string): boolean => PUBLIC_MAILBOX.test(domain);
