import { surfaceFrom } from './from-hooks.ts';
import { GENERIC_PROOF, genericPost } from './generic-boxes.ts';

export default surfaceFrom({
  id: 'sprout',
  name: 'Sprout Social',
  channel: 'public_post',
  matches: ['https://app.sproutsocial.com/*'],
  optional: true,
  proof: GENERIC_PROOF,
  version: 1,
  boxes: [genericPost],
});
