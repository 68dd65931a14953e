import { tellEvidence } from '@/lib/bus/evidence.ts';
import { chatAddress } from '@/lib/domain/chat.ts';
import { sha256Hex } from '@/lib/domain/consent-hash.ts';
import type { Channel } from '@/lib/domain/enums.ts';
import { excerptOf } from '@/lib/domain/excerpt.ts';
import { pointsIn } from '@/lib/domain/points-in.ts';
import type { SaidWords, Writer } from '@/lib/domain/said.ts';
import { heardIn } from '@/lib/domain/said-words.ts';
import { browser } from '@/lib/platform/browser.ts';
import type { NamedNear, Selected } from '@/lib/surfaces/selected.ts';

const SCRIPT = 'content-scripts/evidence.js';

/** By which channel one writes on a page of that host; of any other the address that was found says it. */
const CHANNEL_OF_HOST: readonly (readonly [RegExp, Channel])[] = [
  [/(?:^|\.)whatsapp\.com$/, 'whatsapp'],
  [/(?:^|\.)instagram\.com$/, 'instagram_dm'],
  [/(?:^|\.)(?:x|twitter)\.com$/, 'x_dm'],
  [/(?:^|\.)(?:facebook|messenger)\.com$/, 'facebook_msg'],
  [/(?:^|\.)linkedin\.com$/, 'linkedin_msg'],
  [/(?:^|\.)tiktok\.com$/, 'tiktok_dm'],
  [/(?:^|\.)telegram\.org$/, 'telegram'],
];

interface Where {
  readonly tabId: number;
  /** Left out: whichever frame has words selected. */
  readonly frameId?: number;
  /** What the browser itself says is selected: all there is where a page lets nobody read it. */
  readonly shown?: string;
}

/** Keeps the words that are selected, with who is named around them, for the panel. Reads the page once, at this press. */
export async function takeWords({ tabId, frameId, shown = '' }: Where): Promise<void> {
  const read = await selectedIn(tabId, frameId);
  const selected = read ?? { text: shown, host: '', own: false, writers: [] };
  const at = new Date().toISOString();
  if (selected.text.trim() === '') return tellEvidence({ kind: 'nothing', at });
  await tellEvidence({ kind: 'said', tabId, said: await saidOf(selected, at) });
}

async function selectedIn(tabId: number, frameId: number | undefined): Promise<Selected | undefined> {
  const target = frameId === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] };
  try {
    const answers = await browser.scripting.executeScript({ target, files: [SCRIPT] } as never);
    return (answers as readonly { readonly result?: unknown }[]).map(({ result }) => result).find(isSelected);
  } catch {
    // A page of the browser's own, or of a shop for extensions: nobody reads there.
    return undefined;
  }
}

const isSelected = (value: unknown): value is Selected =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  typeof value.text === 'string' &&
  'writers' in value;

/** Exported for its test. */
export async function saidOf(selected: Selected, at: string): Promise<SaidWords> {
  const { text, host, message, saidAt, own, writers } = selected;
  const byHost = CHANNEL_OF_HOST.find(([pattern]) => pattern.test(host))?.[1];
  const found = writers.flatMap((each) => writerOf(each, byHost) ?? []);
  const channel = byHost ?? found[0]?.channel;
  const heard = heardIn(text);
  const locator = [host, message].filter(Boolean).join(' ');
  return {
    excerpt: excerptOf(text),
    sha256: await sha256Hex(text),
    at,
    own,
    writers: found,
    ...(saidAt !== undefined && saidAt <= at ? { saidAt } : {}),
    ...(heard ? { heard } : {}),
    ...(locator === '' ? {} : { locator }),
    ...(channel ? { channel } : {}),
  };
}

function writerOf({ raw, title, name, sure }: NamedNear, byHost: Channel | undefined): Writer | undefined {
  const named = name === undefined ? {} : { name };
  if (title) return byHost && { channel: byHost, address: chatAddress({ title: raw }), ...named, sure };
  const points = pointsIn(raw);
  const point = points.find(({ channel }) => channel === byHost) ?? points[0];
  return point && { ...point, ...named, sure };
}
