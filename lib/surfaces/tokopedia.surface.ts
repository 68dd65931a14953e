import { surfaceFrom } from './from-hooks.ts';
import { GENERIC_PROOF, genericChat } from './generic-boxes.ts';

export default surfaceFrom({
  id: 'tokopedia',
  name: 'Tokopedia Seller',
  channel: 'marketplace_chat',
  matches: ['https://seller.tokopedia.com/*', 'https://www.tokopedia.com/chat*'],
  optional: true,
  proof: GENERIC_PROOF,
  version: 1,
  boxes: [genericChat],
});
