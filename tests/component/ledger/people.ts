import axe from 'axe-core';
import type { PersonState } from '@/lib/domain/person.ts';
import { DEFAULT_POLICY, type Policy } from '@/lib/domain/policy.ts';

export const NOW = '2026-11-20T02:00:00.000Z';
export const aPolicy = (more: Partial<Policy> = {}): Policy => ({ ...DEFAULT_POLICY, ...more });

export function aPerson(name = 'Sari Wulandari', more: Partial<PersonState> = {}): PersonState {
  return {
    person: {
      id: 'p1',
      space: 'personal',
      name,
      role: 'journalist',
      outlet: 'Harian Lentera',
      ageBand: 'adult',
      clearance: 'public',
      nicknames: [],
      groups: [],
      clients: [],
      topics: [],
      sharedWith: [],
    },
    points: [
      { id: 'a', channel: 'email', address: 'sari@lentera.example' },
      { id: 'b', channel: 'whatsapp', address: '0812 3456 7890' },
    ],
    records: [],
    suppressions: [],
    data: [],
    notes: [],
    contacts: [],
    requests: [],
    ...more,
  };
}

/** Agreed to press pitches by e-mail on 1 June 2026. */
export const agreed = (name?: string): PersonState =>
  aPerson(name, {
    records: [
      {
        schema_version: 'izin.consent/1',
        record_id: 'r1',
        subject_id: 'p1',
        law_packs: ['ID_PDP'],
        processes: [
          { process_id: 'x', purpose: 'pr_media', lawful_basis: 'consent', channels: ['email'], clients: [] },
        ],
        events: [
          {
            event_id: 'e1',
            state: 'given',
            consent_type: 'expressed',
            at: '2026-06-01T05:00:00.000Z',
            by_relation: 'self',
            method: 'email_reply',
            evidence: { kind: 'message_ref', excerpt: 'Ya, silakan.' },
            recorded_by: 'self',
            recorded_at: '2026-06-01T05:00:00.000Z',
            prev: [],
          },
        ],
      },
    ],
  });

/** Ids of accessibility rules that this part of the page breaks. jsdom draws nothing, so contrast is for the browser tests. */
export async function faults(element: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}
