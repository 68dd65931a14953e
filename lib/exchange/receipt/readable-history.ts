import type { ConsentEvent, ConsentRecord } from '../../domain/consent.ts';
import type { ReceiptRow } from '../../domain/consent-receipt.ts';
import { capitalIn } from '../../domain/consent-speech.ts';
import { epoch } from '../../domain/instant.ts';
import type { Telling } from './readable-row.ts';

/** What was said, oldest first: by whom (as a part, never by name), how, and in the person's own words. */
export const historyRows = ({ events }: ConsentRecord, tell: Telling): readonly ReceiptRow[] =>
  events
    .toSorted((a, b) => epoch(a.at) - epoch(b.at) || (a.event_id < b.event_id ? -1 : 1))
    .map((event) => ({ label: tell.date(event.at), values: wordsOf(event, tell) }));

function wordsOf(event: ConsentEvent, tell: Telling): readonly string[] {
  const { say } = tell;
  const by =
    event.by_relation === 'self' || event.by_relation === 'guardian'
      ? say(`receipt_by_${event.by_relation}`)
      : say(`relation_${event.by_relation}`);
  const scope = [
    ...(event.purposes ?? []).map((purpose) => say(`purpose_${purpose}`)),
    ...(event.channels ?? []).map((channel) => say(`channel_${channel}`)),
    ...(event.clients ?? []),
  ];
  const proof = event.evidence && [
    say(`evidence_${event.evidence.kind}`),
    ...(event.evidence.sha256 ? [`SHA-256 ${event.evidence.sha256}`] : []),
  ];
  const said = [
    say('receipt_said', { state: say(`state_${event.state}`), by }),
    ...(scope.length > 0 ? [say('receipt_scope', { what: tell.list(scope) })] : []),
    ...(event.method ? [say(`method_${event.method}`)] : []),
    ...(proof ? [say('receipt_proof', { proof: proof.join(', ') })] : []),
  ];
  const quote = event.evidence?.excerpt?.trim();
  return [capitalIn(tell, said.join(' · ')), ...(quote ? [say('receipt_quote', { words: quote })] : [])];
}
