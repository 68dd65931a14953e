import { scan } from '../detect/scan.ts';
import { signatureStart } from '../detect/signature.ts';
import { IDENTIFIER_KINDS, REPORT, type Span, type SpanKind } from '../detect/span.ts';
import { normaliseAddress } from '../domain/address.ts';
import { datumKey } from '../domain/datum.ts';
import type { AttachmentRef, Draft } from '../domain/draft.ts';
import { emailDomain } from '../domain/email.ts';
import { DATUM_KINDS, type DatumKind } from '../domain/enums.ts';
import type { PersonState, SpaceId } from '../domain/person.ts';
import type { Place } from '../domain/verdict.ts';
import type { LedgerReader } from '../ledger/reader.ts';
import type { Facts, IdentifierFact, RecipientFacts } from '../rules/facts.ts';
import type { Own } from './own.ts';
import { placeIn, type Zone } from './zones.ts';

/** W15: a typed text is judged within 150 ms. */
const BUDGET_MS = 150;
const FILE_BUDGET_MS = 1_500;
/** Characters. So much is some ms of work at worst: on a machine that is busy with other things it is read whole all the same. */
const ALWAYS_WHOLE = 10_000;
/** A bare date counts only as somebody's birth date, and only when it lies this many years back. */
const BIRTH_YEARS = 5;

interface Found {
  readonly span: Span;
  readonly place: Place;
  readonly inSignature: boolean;
}

export interface Context {
  readonly draft: Draft;
  readonly recipients: readonly RecipientFacts[];
  readonly own: Own;
  readonly region: string;
  readonly spaces: readonly SpaceId[];
  readonly sendAt: string;
  readonly ledger?: LedgerReader;
  /** By what the budget of a scan is read; milliseconds. */
  readonly clock?: () => number;
}

/** What the words hold, and whose it is. What the text alone does not show, the ledger may still know. */
export async function identifierFacts(
  zones: readonly Zone[],
  context: Context,
): Promise<Pick<Facts, 'identifiers' | 'placeholders' | 'complete'>> {
  const scans = zones.filter(({ scanned }) => scanned).map((zone) => scanZone(zone, context));
  const found = scans
    .flatMap((one) => one.found)
    .concat(context.draft.attachments.flatMap(readBefore))
    .filter(({ span }) => span.kind !== 'placeholder' && worthAsking(span, context));
  const asked = found.flatMap(({ span }) => (isDatum(span.kind) ? [{ kind: span.kind, value: span.value }] : []));
  const answers = context.ledger && asked.length > 0 ? await context.ledger.ownersOf(context.spaces, asked) : [];
  const owners = new Map(asked.map(({ kind, value }, index) => [`${kind}:${value}`, answers[index]]));
  return {
    complete: scans.every(({ complete }) => complete),
    placeholders: scans
      .flatMap((one) => one.found)
      .concat(context.draft.attachments.flatMap(readBefore))
      .flatMap(({ span, place }) => (span.kind === 'placeholder' ? [place] : [])),
    identifiers: found.flatMap((one): IdentifierFact[] => {
      const { kind, value, confidence } = one.span;
      const owner = ownerOf(one, owners.get(`${kind}:${value}`), context);
      if (confidence < REPORT && typeof owner !== 'object') return [];
      return [{ kind, place: one.place, value, confidence, owner }];
    }),
  };
}

function scanZone(
  zone: Zone,
  { region, clock = Date.now }: Context,
): { readonly found: readonly Found[]; readonly complete: boolean } {
  const budget = zone.zone === 'attachment' ? FILE_BUDGET_MS : BUDGET_MS;
  const { spans, complete } = scan(zone.text, {
    region,
    zone: zone.zone === 'subject' ? 'subject' : 'text',
    ...(zone.text.length > ALWAYS_WHOLE && { deadline: clock() + budget, clock }),
    candidates: true,
  });
  const signature = zone.zone === 'text' ? signatureStart(zone.text) : undefined;
  const found = spans.map((span) => ({
    span,
    place: placeIn(zone, span.start, span.end),
    inSignature: signature !== undefined && span.start >= signature,
  }));
  return { found, complete };
}

/** So many of one kind and file are asked about; a list of thousands is one finding, whoever they are. */
const ASKED_OF_A_FILE = 1_000;

/** What was found in a file where it was read, each once for all its places. */
function readBefore({ name, reading }: AttachmentRef): readonly Found[] {
  const seen = new Map<string, number>();
  return (reading?.identifiers ?? []).flatMap(({ kind, value, confidence, part, start, end }): Found[] => {
    const before = seen.get(kind) ?? 0;
    seen.set(kind, before + 1);
    if (!isSpanKind(kind) || before >= ASKED_OF_A_FILE) return [];
    const words = reading?.parts[part]?.text.slice(start, end) ?? value;
    const place: Place = { zone: 'attachment', start, end, words, file: name, part };
    return [{ span: { kind, value, confidence, start, end }, place, inSignature: false }];
  });
}

const isSpanKind = (kind: string): kind is SpanKind =>
  kind === 'placeholder' || IDENTIFIER_KINDS.some((known) => known === kind);

const isDatum = (kind: string): kind is DatumKind => DATUM_KINDS.some((known) => known === kind);

const worthAsking = ({ kind, confidence, value }: Span, { sendAt }: Context): boolean =>
  confidence >= REPORT ||
  kind !== 'birth_date' ||
  Number(value.slice(0, 4)) <= Number(sendAt.slice(0, 4)) - BIRTH_YEARS;

/** Ruling 11: the sender's own, the recipient's own, and what is published make no finding. */
function ownerOf(
  { span, inSignature }: Found,
  known: PersonState | undefined,
  context: Context,
): IdentifierFact['owner'] {
  const { own, region } = context;
  const contact = span.kind === 'email' || span.kind === 'phone' ? span.kind : undefined;
  if (contact && own.isAddress(contact, span.value)) return 'self';
  if (contact && isShownRecipient(span, contact, context)) return 'self';
  if (known) {
    if (known.points.some(({ channel, address }) => own.isAddress(channel, address))) return 'self';
    const point = known.points.find(
      ({ channel, address }) =>
        contact &&
        datumKey(contact, address, region) === datumKey(contact, span.value, region) &&
        sameKind(contact, channel),
    );
    if (point && (point.published || known.person.source?.type === 'published')) return 'published';
    return { personId: known.person.id, name: known.person.name, sharedWith: known.person.sharedWith };
  }
  // Whoever signs a letter of state writes their number and their office's address under it.
  if (inSignature && (contact || span.kind === 'nip' || span.kind === 'address')) return 'self';
  if (!contact) return 'unknown';
  if (contact === 'email' && own.isDomain(emailDomain(span.value))) return 'self';
  return 'unknown';
}

const sameKind = (contact: 'email' | 'phone', channel: string): boolean =>
  (channel === 'email') === (contact === 'email');

/** An address that all recipients see in the head of the message anyway tells them nothing new. */
const isShownRecipient = (
  { value }: Span,
  contact: 'email' | 'phone',
  { draft, recipients, region }: Context,
): boolean =>
  recipients.some(
    ({ recipient, address }) =>
      (recipient.field !== 'bcc' || draft.recipients.length === 1) &&
      address !== undefined &&
      address === normaliseAddress(contact, value, region),
  );
