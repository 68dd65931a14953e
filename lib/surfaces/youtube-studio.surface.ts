import { surfaceFrom } from './from-hooks.ts';
import { GENERIC_PROOF, genericComment, genericPost } from './generic-boxes.ts';

/** Comments and answers below one's own videos, and posts of the channel. There are no messages on the web. */
export default surfaceFrom({
  id: 'youtube-studio',
  name: 'YouTube Studio',
  channel: 'social_comment',
  matches: ['https://studio.youtube.com/*'],
  optional: true,
  proof: {
    ...GENERIC_PROOF,
    by: 'of YouTube comments only #textbox and #done-button are public, undated; posts by a text box beside a named Post; a page of ours; teaching the site makes it exact',
  },
  version: 1,
  boxes: [
    {
      ...genericComment,
      root: [':is(form, div, section):has(#textbox):has(#done-button)'],
      editor: ['#textbox [contenteditable="true"]', '#textbox', '#contenteditable-root'],
      send: ['#done-button', ...genericComment.send],
    },
    genericPost,
  ],
});
