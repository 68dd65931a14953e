import * as v from 'valibot';
import { CONTENTS } from '../domain/draft.ts';
import { CHANNELS } from '../domain/enums.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Phrase } from '../domain/verdict.ts';
import type {
  BoxHooks,
  ControlHooks,
  FieldHooks,
  MentionHooks,
  ReadHooks,
  SiteHooks,
  WhenHooks,
  WhoHooks,
} from '../surfaces/hooks.ts';
import { queryNamed } from '../surfaces/named.ts';
import type { Proof } from '../surfaces/surface.ts';
import { isBounded } from './pattern.ts';

/*
 * The edge for hooks that came as data: exactly this shape, every selector one that a browser takes, every pattern
 * bounded. `satisfies` ties each list of fields to its type.
 */
type Fields<T> = Record<keyof T, v.GenericSchema<unknown, unknown>>;

const maybe = <const S extends v.GenericSchema>(schema: S) => v.optional(schema);
const words = v.pipe(v.string(), v.trim(), v.minLength(1, 'empty'), v.maxLength(200, 'long'));
const selector = v.pipe(
  v.string(),
  v.minLength(1, 'empty'),
  v.maxLength(2_000, 'long'),
  v.check(isSelector, 'selector'),
);
const selectors = v.pipe(v.array(selector), v.maxLength(24, 'many'), v.readonly());
const pattern = v.pipe(v.string(), v.minLength(1, 'empty'), v.check(isBounded, 'pattern'));
const channel = v.picklist(CHANNELS);
const content = v.picklist(CONTENTS);
const how = v.picklist(['send', 'send-archive', 'schedule', 'confirm']);
const several = <const S extends v.GenericSchema>(schema: S) =>
  v.pipe(v.array(schema), v.maxLength(24, 'many'), v.readonly());

const read = v.strictObject({
  at: maybe(selectors),
  in: maybe(v.picklist(['root', 'page', 'url', 'host'])),
  from: maybe(v.pipe(v.string(), v.regex(/^[\w-]+( [\w-]+)*$/, 'attribute'), v.maxLength(200, 'long'))),
  match: maybe(pattern),
} satisfies Fields<ReadHooks>);

const field = v.strictObject({
  chips: maybe(read),
  address: maybe(read),
  name: maybe(read),
  typed: maybe(read),
  group: maybe(selectors),
  remove: maybe(selectors),
  input: maybe(selectors),
  open: maybe(selectors),
} satisfies Fields<FieldHooks>);

const who = v.strictObject({
  thread: maybe(read),
  handle: maybe(read),
  title: maybe(read),
  agree: maybe(several(read)),
  group: maybe(several(read)),
  members: maybe(read),
  panel: maybe(read),
  unsure: maybe(v.boolean()),
} satisfies Fields<WhoHooks>);

const mentions = v.strictObject({ match: pattern, at: maybe(read), host: maybe(read) } satisfies Fields<MentionHooks>);

const when = v.strictObject({
  shown: maybe(read),
  fields: maybe(selectors),
  clock: maybe(selectors),
} satisfies Fields<WhenHooks>);

const control = v.strictObject({
  at: selectors,
  in: maybe(v.picklist(['root', 'page'])),
  how: maybe(how),
  after: maybe(selectors),
  content: maybe(content),
  words: maybe(v.literal('own')),
  when: maybe(read),
  asks: maybe(v.literal('time')),
} satisfies Fields<ControlHooks>);

const box = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/, 'name')),
  channel: maybe(channel),
  audience: maybe(v.picklist(['people', 'public'])),
  where: maybe(pattern),
  root: v.pipe(selectors, v.minLength(1, 'empty')),
  editor: selectors,
  not: maybe(selectors),
  subject: maybe(read),
  from: maybe(read),
  to: maybe(field),
  cc: maybe(field),
  bcc: maybe(field),
  who: maybe(who),
  mentions: maybe(mentions),
  visibility: maybe(v.strictObject({ read, people: pattern })),
  attachments: maybe(read),
  when: maybe(when),
  quoted: maybe(selectors),
  reply: maybe(selectors),
  send: selectors,
  sendMayMiss: maybe(v.union([v.boolean(), v.literal('empty')])),
  also: maybe(several(control)),
  saves: maybe(selectors),
  keys: v.picklist(['enter', 'mod-enter', 'none']),
  enterAnywhere: maybe(v.boolean()),
  shortcuts: maybe(
    several(
      v.strictObject({
        key: v.pipe(v.string(), v.regex(/^[a-z]$/, 'key')),
        with: maybe(v.literal('alt')),
        when: maybe(selectors),
      }),
    ),
  ),
  enterIsNewline: maybe(selectors),
  enterUnsure: maybe(v.boolean()),
  content: maybe(content),
  replay: maybe(several(v.picklist(['click', 'pointer', 'submit', 'enter', 'ask']))),
  sent: maybe(selectors),
  anchor: maybe(selectors),
  cannot: maybe(several(v.picklist(['recipients', 'body', 'subject', 'attachments', 'identity', 'send', 'content']))),
} satisfies Fields<BoxHooks>);

const proof = v.strictObject({
  grade: v.picklist(['real', 'recorded', 'reconstructed', 'generic', 'taught', 'own']),
  by: v.pipe(v.string(), v.maxLength(2_000, 'long')),
  on: v.pipe(v.string(), v.isoDate('date')),
} satisfies Fields<Proof>);

const site = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^(taught:)?[a-z0-9.:[\]-]{1,260}$/i, 'name')),
  name: words,
  channel,
  matches: several(v.pipe(v.string(), v.regex(/^(https?|\*):\/\/(\*\.)?[^/*]+\/.*$/, 'address'))),
  optional: maybe(v.boolean()),
  proof,
  version: v.pipe(v.number(), v.integer('number'), v.minValue(1, 'number'), v.maxValue(1_000_000_000, 'number')),
  marks: maybe(selectors),
  boxes: v.pipe(several(box), v.minLength(1, 'empty')),
} satisfies Fields<SiteHooks>);

export const hooksSchema: v.GenericSchema<unknown, SiteHooks> = site as never;

/** What is wrong with data, and where: `boxes.0.send.2`. The key is that of our words. */
export function wrongs(issues: readonly v.BaseIssue<unknown>[]): readonly Phrase[] {
  return issues.slice(0, 8).map((issue): Phrase => {
    const place = v.getDotPath(issue as never) ?? '';
    const own = OWN.find((why) => why === issue.message);
    if (own) return { key: `taught_wrong_${own}`, params: { place, value: shown(issue.input) } };
    if (issue.received === 'undefined') return { key: 'taught_wrong_missing', params: { place } };
    if (issue.expected === 'never') return { key: 'taught_wrong_unknown', params: { place } };
    return { key: 'taught_wrong_value', params: { place, value: shown(issue.input) } };
  });
}

const OWN = ['empty', 'long', 'many', 'selector', 'pattern', 'attribute', 'name', 'address', 'number', 'date', 'key'];
const shown = (value: unknown): string => (JSON.stringify(value) ?? '').slice(0, 80);

export function parseHooks(value: unknown): Result<SiteHooks, readonly Phrase[]> {
  const parsed = v.safeParse(hooksSchema, value);
  return parsed.success ? ok(parsed.output) : err(wrongs(parsed.issues));
}

/** Each step of `A >>> B`. Where there is no document (in the background), only what no selector has is refused. */
function isSelector(value: string): boolean {
  const steps = value.split('>>>').map((step) => step.trim());
  return steps.every(
    (step) => step !== '' && !/[{};]|\/\*/.test(step.replace(/"[^"]*"|'[^']*'/g, '')) && isTaken(step),
  );
}

function isTaken(step: string): boolean {
  if (typeof document === 'undefined') return true;
  try {
    queryNamed(document.createDocumentFragment(), step);
    return true;
  } catch {
    return false;
  }
}
