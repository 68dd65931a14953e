import { surfaceFrom } from './from-hooks.ts';
import { GENERIC_PROOF, genericPost } from './generic-boxes.ts';

export default surfaceFrom({
  id: 'buffer',
  name: 'Buffer',
  channel: 'public_post',
  matches: ['https://publish.buffer.com/*'],
  optional: true,
  proof: GENERIC_PROOF,
  version: 1,
  boxes: [genericPost],
});
