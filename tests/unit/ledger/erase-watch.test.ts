// Dexie watches nothing where the global indexedDB is missing: in Node it has to be there before Dexie loads.
import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import type { Books } from '@/lib/ledger/context.ts';
import { watchErasures } from '@/lib/ledger/erase-watch.ts';
import { tablesOf } from '@/lib/ledger/tables.ts';
import { aDevice, opened, personOp } from './open.ts';

it('another context is told of an erasure, and of nothing else', async () => {
  const device = aDevice();
  const [writer, db] = [opened(await device.open()), tablesOf(device.name, device)];
  const forget = vi.fn();
  const end = watchErasures({ db } as Books, forget);
  const person = personOp('Sari', 'sari@harian.example');
  opened(await writer.append([person]));
  await vi.waitFor(async () => expect((await db.meta.get('revision'))?.value).toBe(1));
  expect(forget).not.toHaveBeenCalled();
  opened(await writer.erase({ space: 'personal', person: person.subject, by: 'me' }));
  await vi.waitFor(() => expect(forget).toHaveBeenCalledOnce());
  end();
  db.close();
  writer.close();
});
