import { bumpRevision, type Handlers, revision, type Sender } from '@/lib/bus/bus.ts';
import type { Summary } from '@/lib/bus/messages.ts';
import { ledgerBegun } from '@/lib/platform/begun.ts';
import { browser } from '@/lib/platform/browser.ts';
import { asksIn, recordAsked } from './asking.ts';
import { showBadge } from './badge.ts';
import { pageKeyCounts } from './commands.ts';
import { countChoice, countShown, dismissFinding } from './counting.ts';
import { withReadings } from './files.ts';
import { findPeople } from './finding.ts';
import { hear } from './hearing.ts';
import { type Hold, holdOf, openHold } from './holds.ts';
import { judgeDraft } from './judging.ts';
import { ledger } from './office.ts';
import { recordAct, recordChoice, recordContacts, recordHeld } from './recording.ts';
import { forgetSite, watchSite } from './sites.ts';
import { skip } from './skipped.ts';
import { countSent } from './sparing.ts';
import { keepTaught, rememberTrial, startTeaching } from './teach.ts';
import { teamHost, teamList } from './teams.ts';
import { allTabs, framesOf, rememberFrame, rememberWriting } from './watched.ts';

/** Every question of the bus. What fails throws, and the asker gets the reason: no question is answered by guessing. */
export const handlers: Handlers = {
  async judge({ draft: written }, sender) {
    const { draft, missing } = withReadings(written);
    if (missing.length > 0) return { ...NOTHING_JUDGED, missing };
    const { summary } = await judgeDraft(draft, sender.tabId);
    // Whoever writes waits for the answer, and for nothing else.
    setTimeout(() => {
      void hear(draft, sender.tabId);
      void showBadge(sender.tabId, summary).catch(ignoreClosedTab);
    });
    return summary;
  },
  async hold({ surface, tier, look }, sender) {
    const secret = await openHold({ surface, ...(look && { look }), ...at(sender) });
    // A log that cannot be written must not let a held message go: the hold stands, the failure is shown on the ledger page.
    if (!look) await recordHeld(surface, tier).catch(() => undefined);
    return { secret, url: browser.runtime.getURL('/warning.html') };
  },
  async left(message, { tabId }) {
    const asks = await asksIn(message, tabId);
    await recordContacts(asks.length > 0 ? { ...message, purpose: 'consent_request' } : message);
    await recordAsked(asks, message);
    await countSent(message, tabId);
    return null;
  },
  async alarm({ what, surface }) {
    const at = new Date().toISOString();
    await (await ledger()).log({ at, kind: 'alarm', rules: [what], people: [], surface });
    return null;
  },
  async hello(state, { tabId, frameId }) {
    if (tabId !== undefined && frameId !== undefined) await rememberFrame(tabId, frameId, state);
    return { revision: await revision() };
  },
  async focus({ writing }, { tabId, frameId = 0 }) {
    if (tabId !== undefined) await rememberWriting(tabId, frameId, writing);
    return null;
  },
  lookKey: () => pageKeyCounts(),
  async findings({ secret, draft }, { tabId }) {
    await known(secret);
    const whole = withReadings(draft);
    if (whole.missing.length > 0) throw new Error('What a file says is not known any more.');
    const judged = await judgeDraft(whole.draft, tabId);
    // Whoever reads waits for the answer, and for no figures.
    setTimeout(() => void countShown(secret, judged.verdict).catch(() => undefined));
    return judged;
  },
  async chose({ secret, choice, surface, channel }) {
    await known(secret);
    await recordChoice(surface, channel, choice);
    await countChoice(secret, choice);
    return null;
  },
  async dismiss({ secret, finding, purpose }) {
    await dismissFinding(secret, finding, purpose);
    return null;
  },
  async record({ secret, act }) {
    const { surface } = await known(secret);
    await recordAct(surface, act);
    return { revision: await revision() };
  },
  async find({ secret, query }) {
    const { surface } = await known(secret);
    return { people: await findPeople(surface, query) };
  },
  async skip({ secret, draft, addresses }) {
    await known(secret);
    await skip(draft, addresses);
    return null;
  },
  async teach({ tabId }) {
    await startTeaching(tabId);
    return null;
  },
  async taught({ hooks }, { url }) {
    return { id: await keepTaught(hooks, url) };
  },
  async tried(trial) {
    await rememberTrial(trial);
    return null;
  },
  async sites({ origin, watch }) {
    await (watch ? watchSite(origin) : forgetSite(origin));
    return null;
  },
  async teamHost({ begin }) {
    return { there: await teamHost(begin) };
  },
  async teamList({ set }) {
    return { teams: await teamList(set) };
  },
  async begun({ set }) {
    if (set) await ledgerBegun.set();
    return { is: await ledgerBegun.is() };
  },
  async changed() {
    await bumpRevision();
    return null;
  },
  async tab({ tabId }) {
    return { frames: Object.values(await framesOf(tabId)) };
  },
  async surfaces() {
    return { tabs: await allTabs() };
  },
};

const NOTHING_JUDGED: Summary = { tier: 'T0', count: 0, complete: false, revision: 0, validUntil: 0 };

const at = ({ tabId }: Sender): Pick<Hold, 'tabId'> => (tabId === undefined ? {} : { tabId });

async function known(secret: string): Promise<Hold> {
  const hold = await holdOf(secret);
  if (!hold) throw new Error('This warning is over.');
  return hold;
}

/** A tab may close between a verdict and its badge. */
const ignoreClosedTab = (): void => undefined;
