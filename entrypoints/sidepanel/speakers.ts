import type { Speaker } from '@/components/sidepanel/evidence-view.ts';
import type { Writing } from '@/lib/bus/messages.ts';
import { addressKey } from '@/lib/domain/address.ts';
import { chatShown } from '@/lib/domain/chat.ts';
import type { SpaceId } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Writer } from '@/lib/domain/said.ts';
import { strictestEach } from '@/lib/domain/strictest.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { spacesBeside } from '@/lib/ledger/spaces-for.ts';

/**
 * Who may have written words: whom the page names beside them, and whom the message in focus goes to. Where somebody is
 * sure, those who are only named near by are left out; one's own addresses never count.
 */
export async function speakersOf(
  ledger: Pick<Ledger, 'peopleAt' | 'spaces'>,
  { space, policy }: { readonly space: SpaceId; readonly policy: Policy },
  writers: readonly Writer[],
  writing: Writing | null | undefined,
): Promise<readonly Speaker[]> {
  const keyOf = ({ channel, address }: Writer): string => addressKey(channel, address, policy.region) ?? address;
  const chat = chatPartner(writing);
  const named = chat ? [chat] : writers.some(({ sure }) => sure) ? writers : [...addressed(writing), ...writers];
  const others = named.filter(
    (one) => !policy.ownAddresses.some((own) => addressKey(one.channel, own, policy.region) === keyOf(one)),
  );
  const at = new Date().toISOString();
  const found = await ledger.peopleAt(await spacesBeside(ledger, space), others);
  const people = found.map((states) => strictestEach(states, { purpose: policy.purpose, at }));
  const all = others.flatMap((one, index): readonly Speaker[] => {
    const { channel, address, sure } = one;
    const states = people[index] ?? [];
    if (states.length === 0) return [{ key: keyOf(one), name: one.name ?? chatShown(address), channel, address, sure }];
    return states.map((state) => ({
      key: state.person.id,
      name: state.person.name,
      ...(state.person.outlet ? { outlet: state.person.outlet } : {}),
      channel,
      address,
      state,
      // Two who share a title are asked about.
      sure: sure && states.length === 1,
    }));
  });
  const distinct = [...new Map(all.toReversed().map((one) => [one.key, one])).values()].toReversed();
  const sure = distinct.filter((one) => one.sure);
  return sure.length > 0 ? sure : distinct;
}

/** In a chat of two, what is not one's own is the other's. */
function chatPartner(writing: Writing | null | undefined): Writer | undefined {
  if (!writing || writing.channel === 'email' || writing.audience !== 'people') return undefined;
  const [only, second] = writing.recipients;
  if (!only || second || only.group) return undefined;
  return { channel: writing.channel, address: only.address, ...(only.name ? { name: only.name } : {}), sure: true };
}

function addressed(writing: Writing | null | undefined): readonly Writer[] {
  if (!writing || writing.audience === 'public') return [];
  const people = writing.recipients.filter(({ group, pending }) => !group && !pending);
  return people.map(({ address, name }) => ({
    channel: writing.channel,
    address,
    ...(name ? { name } : {}),
    sure: people.length === 1,
  }));
}
