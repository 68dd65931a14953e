import type { Channel } from './enums.ts';

interface Network {
  readonly hosts: RegExp;
  readonly allowed: RegExp;
  /** Path segments that come before the handle in an address of this network. */
  readonly before?: ReadonlySet<string>;
  /** First segments that name no account. */
  readonly not?: ReadonlySet<string>;
  /** Dots do not tell two accounts apart. */
  readonly dotless?: boolean;
}

const NETWORKS: Readonly<Partial<Record<Channel, Network>>> = {
  instagram_dm: {
    hosts: /^(?:instagram\.com|ig\.me)$/,
    allowed: /^[a-z0-9._]{1,30}$/,
    before: new Set(['m', 'stories']),
    not: new Set(['p', 'reel', 'reels', 'explore', 'direct', 'accounts']),
  },
  tiktok_dm: { hosts: /^tiktok\.com$/, allowed: /^[a-z0-9._]{2,24}$/, not: new Set(['messages', 'foryou', 'video']) },
  x_dm: {
    hosts: /^(?:x|twitter)\.com$/,
    allowed: /^[a-z0-9_]{1,15}$/,
    not: new Set(['messages', 'home', 'search', 'i', 'intent']),
  },
  facebook_msg: {
    hosts: /^(?:facebook\.com|fb\.com|m\.me|messenger\.com)$/,
    allowed: /^[a-z0-9.]{1,50}$/,
    before: new Set(['t', 'messages']),
    not: new Set(['groups', 'pages', 'watch', 'share']),
    dotless: true,
  },
  linkedin_msg: {
    hosts: /^linkedin\.com$/,
    allowed: /^[\p{L}\p{N}-]{2,100}$/u,
    before: new Set(['in', 'company']),
    not: new Set(['messaging', 'feed', 'posts']),
  },
  telegram: {
    hosts: /^(?:t\.me|telegram\.me)$/,
    allowed: /^[a-z0-9_]{4,32}$/,
    before: new Set(['s']),
    not: new Set(['joinchat', 'c']),
  },
};

export const isHandleChannel = (channel: Channel): boolean => channel in NETWORKS;

/** Lower case, without `@` or the network's address around it. Undefined: no handle of that network. */
export function normaliseHandle(channel: Channel, raw: string): string | undefined {
  const network = NETWORKS[channel];
  if (!network) return undefined;
  const text = raw.trim().normalize('NFC').toLowerCase();
  const name = (fromAddress(network, text) ?? text).replace(/^@/, '');
  if (!network.allowed.test(name)) return undefined;
  return network.dotless ? name.replaceAll('.', '') || undefined : name;
}

/** The handle in `https://instagram.com/name`; an empty string where the address names no account. */
function fromAddress(network: Network, text: string): string | undefined {
  if (!text.includes('/')) return undefined;
  let url: URL;
  try {
    url = new URL(/^[a-z]+:\/\//.test(text) ? text : `https://${text}`);
  } catch {
    return '';
  }
  const host = url.hostname.replace(/^(?:www|m|mobile|web|[a-z]{2}(?:-[a-z]{2})?)\.(?=.+\.)/, '');
  if (!network.hosts.test(host)) return '';
  if (url.pathname === '/profile.php') return url.searchParams.get('id') ?? '';
  const [first = '', second = ''] = url.pathname.split('/').filter(Boolean).map(decode);
  if (network.before?.has(first)) return second;
  return network.not?.has(first) ? '' : first;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
