import { surfaceFrom } from './from-hooks.ts';
import { boxes } from './linkedin/boxes.ts';

/** Messaging (page, overlay bubbles, new message), invitations, and posts. */
export default surfaceFrom({
  id: 'linkedin',
  name: 'LinkedIn',
  channel: 'linkedin_msg',
  matches: ['https://www.linkedin.com/*'],
  proof: {
    grade: 'reconstructed',
    by: 'a page of ours after live reports of 2026-06 to 2026-10-04 (messaging) and the code of public projects, undated (invitations, posts, and what Send under a post opens); the conversation list of a capture of 2026 as what is not to be read; not run against the live site',
    on: '2026-11-22',
  },
  version: 1,
  boxes,
});
