import { vi } from 'vitest';
import type { AskDesk } from '@/components/sidepanel/ask-view.ts';
import type { EvidenceDesk } from '@/components/sidepanel/evidence-view.ts';

export const anAskDesk = (over: Partial<AskDesk> = {}): AskDesk => ({
  guardian: async () => undefined,
  put: vi.fn(async () => true),
  copy: vi.fn(async () => true),
  sent: vi.fn(async () => undefined),
  defer: vi.fn(async () => undefined),
  settle: vi.fn(async () => undefined),
  ...over,
});

export const anEvidenceDesk = (over: Partial<EvidenceDesk> = {}): EvidenceDesk => ({
  find: async () => [{ id: 'p9', name: 'Bima Prasetya', outlet: 'Harian Pagi' }],
  record: vi.fn(async () => undefined),
  drop: vi.fn(),
  ...over,
});
