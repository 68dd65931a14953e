import type { Answer, Because } from '@/lib/domain/contactability.ts';
import type { ByChannel, MayWrite } from '@/lib/domain/may-write.ts';
import type { Person } from '@/lib/domain/person.ts';
import { t } from '@/lib/platform/words.ts';
import { writeInstant } from '../kit/instant.tsx';
import { listed } from '../kit/sentence.ts';

export const whoWords = ({ name, outlet }: Pick<Person, 'name' | 'outlet'>): string =>
  outlet ? `${name} (${outlet})` : name;

const ORDER: readonly Answer[] = ['allow', 'notice', 'ask_first', 'block'];

/** "Yes by e-mail: agreed since 1 June 2026. Not by WhatsApp: withdrew since 12 October 2026." One sentence an answer. */
export const answerWords = ({ channels }: MayWrite): string => sentences(channels).join(' ');

function sentences(channels: readonly ByChannel[]): readonly string[] {
  const groups = new Map<string, ByChannel[]>();
  for (const one of channels) {
    const key = `${ORDER.indexOf(one.answer)} ${whyWords(one.because)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => {
      const [first] = group;
      const by = listed(group.map(({ channel }) => t(`channel_${channel}`)));
      const why = whyWords(first?.because ?? []);
      const head = t(`answer_${first?.answer ?? 'ask_first'}`, { channels: by });
      return `${[head, why].filter(Boolean).join(': ')}.`;
    });
}

/** The one reason that counts most, as it stands on record: what, and since when. */
export function whyWords([first]: readonly Because[]): string {
  if (!first) return '';
  switch (first.kind) {
    case 'suppression':
      return since(t('state_suppressed'), first.suppression.since);
    case 'state':
      return since(t(`state_${first.state === 'none' ? 'unknown' : first.state}`), first.since);
    case 'basis':
      return since(t(`basis_${first.process.lawful_basis}`), first.since);
    case 'no-record':
      return t('state_unknown');
    case 'purpose':
      return t('answer_other_purpose', { purposes: listed(first.purposes.map((one) => t(`purpose_${one}`))) });
    case 'client':
      return t('answer_other_client', { clients: listed(first.clients) });
    case 'channel':
      return t('answer_other_channel', { channels: listed(first.channels.map((one) => t(`channel_${one}`))) });
  }
}

const since = (words: string, at: string | undefined): string =>
  at === undefined ? words : `${words} ${t('kit_since', { at: writeInstant(at) })}`;
