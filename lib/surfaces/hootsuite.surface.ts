import { surfaceFrom } from './from-hooks.ts';
import { GENERIC_PROOF, genericPost } from './generic-boxes.ts';

export default surfaceFrom({
  id: 'hootsuite',
  name: 'Hootsuite',
  channel: 'public_post',
  matches: ['https://hootsuite.com/*'],
  optional: true,
  proof: GENERIC_PROOF,
  version: 1,
  boxes: [genericPost],
});
