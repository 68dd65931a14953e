import type { EvidenceKind, Method } from '@/lib/domain/enums.ts';

/** What one holds in one's hand when something was said in this way. Said in person and noted down, it is a note alone. */
export const EVIDENCE_OF: Readonly<Record<Method, EvidenceKind>> = {
  checkbox_form: 'form_snapshot',
  email_reply: 'message_ref',
  chat_reply: 'message_ref',
  signed_doc: 'note_only',
  voice_recorded: 'note_only',
  in_person_noted: 'note_only',
  double_opt_in: 'form_snapshot',
  platform_setting: 'form_snapshot',
  unsubscribe_link: 'message_ref',
  reply_keyword: 'message_ref',
  letter: 'note_only',
};
