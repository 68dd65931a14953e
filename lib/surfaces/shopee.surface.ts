import { surfaceFrom } from './from-hooks.ts';
import { GENERIC_PROOF, genericChat } from './generic-boxes.ts';

export default surfaceFrom({
  id: 'shopee',
  name: 'Shopee Seller Centre',
  channel: 'marketplace_chat',
  matches: ['https://seller.shopee.co.id/*'],
  optional: true,
  proof: GENERIC_PROOF,
  version: 1,
  boxes: [genericChat],
});
