import type { SiteCase } from '../case.ts';
import { strictCsp } from '../support/pages.ts';
import tiktok from './tiktok.case.ts';

/** Some accounts have the inbox in a frame of the same origin: the guard runs there, and nothing else differs. */
const tiktokFrame: SiteCase = {
  ...tiktok,
  url: 'https://www.tiktok.com/messages/frame',
  csp: strictCsp('https://www.tiktok.com').replace("frame-src 'none'", 'frame-src https://www.tiktok.com'),
  boxes: tiktok.boxes.map((box) => ({ ...box, box: `${box.box} in a frame` })),
};
export default tiktokFrame;
