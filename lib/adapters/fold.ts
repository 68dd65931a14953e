import { CHANNELS, type Channel } from '../domain/enums.ts';
import type { BoxHooks, FieldHooks, ReadHooks, Selectors, SiteHooks, WhoHooks } from '../surfaces/hooks.ts';
import { byCode, canonical } from './canonical.ts';
import type { Lesson } from './shelf.ts';

/**
 * Several lessons as one site. It depends on which lessons there are and on nothing else, so that every order of
 * merging ends at the same. Selectors are united, those that most teachers found first. Where two differ, the stricter
 * holds: people over public, Enter over Ctrl+Enter, and what would make Izin look away (`not`, `quoted`,
 * `enterIsNewline`) only where all say so.
 */
export function foldLessons(lessons: readonly Lesson[]): SiteHooks {
  const all = inOrder(lessons).map(({ hooks }) => hooks);
  const [first, ...more] = all;
  if (!first) throw new TypeError('No lessons');
  if (more.length === 0) return first;
  const names = [...new Set(all.flatMap(({ boxes }) => boxes.map(({ name }) => name)))].sort(byCode);
  const boxes = names.map((name) => foldBox(all.flatMap((hooks) => hooks.boxes.filter((box) => box.name === name))));
  const marks = unite(all.map((one) => one.marks));
  return {
    ...first,
    name: commonest(all.map((one) => one.name)) ?? first.name,
    channel: strictest(all.map((one) => one.channel)) ?? first.channel,
    version: Math.max(...all.map(({ version }) => version)) + more.length,
    ...(marks && { marks }),
    boxes,
  };
}

export const inOrder = (lessons: readonly Lesson[]): readonly Lesson[] =>
  [...lessons].sort((a, b) => byCode(a.teacher, b.teacher));

function foldBox(boxes: readonly BoxHooks[]): BoxHooks {
  const [first] = boxes;
  if (!first) throw new TypeError('No boxes');
  const pick = <K extends keyof BoxHooks>(key: K): BoxHooks[K] | undefined => commonest(boxes.map((box) => box[key]));
  const channel = strictest(boxes.map((box) => box.channel));
  const open = boxes.filter((box) => box.audience !== 'public');
  const folded: BoxHooks = {
    name: first.name,
    ...(channel && { channel }),
    ...(open.length === 0 && { audience: 'public' as const }),
    root: unite(boxes.map((box) => box.root)) ?? first.root,
    editor: unite(boxes.map((box) => box.editor)) ?? first.editor,
    ...kept('not', shared(boxes.map((box) => box.not))),
    ...kept('subject', foldRead(boxes.map((box) => box.subject))),
    ...kept('from', foldRead(boxes.map((box) => box.from))),
    ...kept('to', foldField(open.map((box) => box.to))),
    ...kept('cc', foldField(open.map((box) => box.cc))),
    ...kept('bcc', foldField(open.map((box) => box.bcc))),
    ...kept('who', foldWho(open.map((box) => box.who))),
    ...kept('mentions', pick('mentions')),
    // Where one teacher saw it everywhere, it is guarded everywhere.
    ...kept('where', boxes.every((box) => box.where === boxes[0]?.where) ? first.where : undefined),
    ...kept('visibility', pick('visibility')),
    ...kept('attachments', foldRead(boxes.map((box) => box.attachments))),
    ...kept('quoted', shared(boxes.map((box) => box.quoted))),
    ...kept('reply', unite(boxes.map((box) => box.reply))),
    send: unite(boxes.map((box) => box.send)) ?? first.send,
    ...kept('sendMayMiss', boxes.every((box) => box.sendMayMiss) ? pick('sendMayMiss') : undefined),
    ...kept('also', uniteAll(boxes.map((box) => box.also))),
    ...kept('saves', shared(boxes.map((box) => box.saves))),
    keys: (['enter', 'mod-enter', 'none'] as const).find((keys) => boxes.some((box) => box.keys === keys)) ?? 'enter',
    ...kept('shortcuts', uniteAll(boxes.map((box) => box.shortcuts))),
    ...kept('enterIsNewline', shared(boxes.map((box) => box.enterIsNewline))),
    ...kept('enterUnsure', boxes.some((box) => box.enterUnsure) || undefined),
    ...kept('content', pick('content')),
    ...kept('replay', pick('replay')),
    ...kept('sent', unite(boxes.map((box) => box.sent))),
    ...kept('anchor', unite(boxes.map((box) => box.anchor))),
    ...kept('cannot', uniteAll(boxes.map((box) => box.cannot))),
  };
  return folded;
}

function foldField(fields: readonly (FieldHooks | undefined)[]): FieldHooks | undefined {
  const there = fields.filter((field) => field !== undefined);
  if (there.length === 0) return undefined;
  return {
    ...kept('chips', foldRead(there.map((field) => field.chips))),
    ...kept('address', foldRead(there.map((field) => field.address))),
    ...kept('name', foldRead(there.map((field) => field.name))),
    ...kept('typed', foldRead(there.map((field) => field.typed))),
    ...kept('group', unite(there.map((field) => field.group))),
    ...kept('remove', unite(there.map((field) => field.remove))),
    ...kept('input', unite(there.map((field) => field.input))),
    ...kept('open', unite(there.map((field) => field.open))),
  };
}

function foldWho(all: readonly (WhoHooks | undefined)[]): WhoHooks | undefined {
  const there = all.filter((who) => who !== undefined);
  if (there.length === 0) return undefined;
  return {
    ...kept('thread', foldRead(there.map((who) => who.thread))),
    ...kept('handle', foldRead(there.map((who) => who.handle))),
    ...kept('title', foldRead(there.map((who) => who.title))),
    ...kept('panel', foldRead(there.map((who) => who.panel))),
    ...kept('unsure', there.some((who) => who.unsure) || undefined),
    ...kept('agree', uniteAll(there.map((who) => who.agree))),
    ...kept('group', uniteAll(there.map((who) => who.group))),
    ...kept('members', foldRead(there.map((who) => who.members))),
  };
}

/** Readings of one kind (where, and which part) are united; of two kinds the one that more teachers found counts. */
function foldRead(reads: readonly (ReadHooks | undefined)[]): ReadHooks | undefined {
  const there = reads.filter((read) => read !== undefined);
  const kindOf = ({ at: _, ...kind }: ReadHooks): string => canonical(kind);
  const kind = commonest(there.map(kindOf));
  const same = there.filter((read) => kindOf(read) === kind);
  const [first] = same;
  if (!first) return undefined;
  const at = unite(same.map((read) => read.at));
  const { at: _, ...rest } = first;
  return at ? { at, ...rest } : rest;
}

function unite(lists: readonly (Selectors | undefined)[]): Selectors | undefined {
  return uniteAll(lists);
}

/** Best first: what most have, then what stands nearer to the front, then by spelling. */
function uniteAll<T>(lists: readonly (readonly T[] | undefined)[]): readonly T[] | undefined {
  const there = lists.filter((list) => list !== undefined);
  if (there.length === 0) return undefined;
  const seen = new Map<string, { readonly value: T; count: number; place: number }>();
  for (const list of there) {
    for (const [place, value] of list.entries()) {
      const key = canonical(value);
      const known = seen.get(key) ?? { value, count: 0, place };
      seen.set(key, { value, count: known.count + 1, place: Math.min(known.place, place) });
    }
  }
  return [...seen]
    .sort(([a, x], [b, y]) => y.count - x.count || x.place - y.place || byCode(a, b))
    .map(([, { value }]) => value)
    .slice(0, 24);
}

function shared(lists: readonly (Selectors | undefined)[]): Selectors | undefined {
  const united = unite(lists)?.filter((one) => lists.every((list) => list?.includes(one)));
  return united?.length ? united : undefined;
}

function commonest<T>(values: readonly (T | undefined)[]): T | undefined {
  return uniteAll(values.map((value) => (value === undefined ? undefined : [value])))?.[0];
}

/** The closed list begins with what goes to one person and ends with what everybody reads. */
const strictest = (channels: readonly (Channel | undefined)[]): Channel | undefined =>
  CHANNELS.find((one) => channels.includes(one));

const kept = <K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: T });
