import { browser } from './browser.ts';

/*
 * The page in which teams live. Chromium keeps one document off the screen that outlives the service worker; Firefox's
 * background is a page itself, and holds it as a frame.
 */
const PAGE = '/team-host.html';

interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}
interface WithContexts {
  getContexts(filter: { contextTypes: string[] }): Promise<readonly unknown[]>;
}
const offscreen = (): Offscreen | undefined => (browser as { offscreen?: Offscreen }).offscreen;
const frame = (): HTMLIFrameElement | null => document.querySelector(`iframe[src$="${PAGE}"]`);

export async function isTeamPlaceThere(): Promise<boolean> {
  if (!offscreen()) return frame() !== null;
  const runtime = browser.runtime as unknown as WithContexts;
  return (await runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length > 0;
}

let making: Promise<void> | undefined;

/** There, and listening, when it answers. */
export function beginTeamPlace(): Promise<void> {
  making ??= make().finally(() => {
    making = undefined;
  });
  return making;
}

async function make(): Promise<void> {
  if (await isTeamPlaceThere()) return;
  const chromium = offscreen();
  if (chromium) {
    // A second document is refused, whoever made the first in between.
    await chromium
      .createDocument({ url: PAGE, reasons: ['WORKERS'], justification: 'keeps the line to the team’s own server' })
      .catch(async (error: unknown) => {
        if (!(await isTeamPlaceThere())) throw error;
      });
    return;
  }
  const made = document.createElement('iframe');
  made.src = PAGE;
  const loaded = new Promise<void>((resolve) => made.addEventListener('load', () => resolve(), { once: true }));
  document.body.append(made);
  await loaded;
}

export async function endTeamPlace(): Promise<void> {
  if (!(await isTeamPlaceThere())) return;
  const chromium = offscreen();
  if (chromium) await chromium.closeDocument();
  else frame()?.remove();
}

/** How often the teams are looked after although nothing was heard, in minutes: the least that each browser allows and needs. */
export const teamRhythm = (): number => (offscreen() ? 0.5 : 0.4);
