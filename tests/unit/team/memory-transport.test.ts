import { describe, expect, it } from 'vitest';
import { memoryRelay } from '../../../lib/team/memory.transport.ts';
import { drain, putAll } from './moving.ts';
import { anEnvelope } from './pieces.ts';
import { transportSuite } from './transport-suite.ts';

transportSuite('memory', { compares: true, erases: true, stories: 200 }, async () => ({
  async fresh() {
    const relay = memoryRelay();
    return { connect: async () => relay.transport(), wipe: async () => relay.wipe(), close: async () => {} };
  },
  stop: async () => {},
}));

describe('a relay in memory', () => {
  const live = new AbortController().signal;
  const first = async (pull: AsyncIterable<unknown>): Promise<unknown> => {
    for await (const part of pull) return part;
    return undefined;
  };

  it('alarms when a copy from earlier was put back', async () => {
    const relay = memoryRelay();
    const a = relay.transport();
    await putAll(a, [anEnvelope('a1', 1), anEnvelope('a1', 2), anEnvelope('a1', 3)]);
    const { cursor } = await drain(a);
    relay.rollBack(1);
    expect(await first(a.pull(cursor, live))).toMatchObject({ ok: false, error: { kind: 'reset' } });
    expect((await drain(a)).pieces).toEqual([anEnvelope('a1', 1)]);
  });

  it('fails as it is told to, and tells those who watch that it went and came', async () => {
    const relay = memoryRelay();
    const a = relay.transport();
    const heard: string[] = [];
    a.watch((news) => heard.push(news), live);
    relay.fail('unreachable');
    expect(await a.put([anEnvelope('a1', 1)], live)).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
    relay.fail(undefined);
    await putAll(a, [anEnvelope('a1', 1)]);
    expect(heard).toEqual(['down', 'up', 'more']);
    expect(relay.pieces).toEqual([anEnvelope('a1', 1)]);
  });

  it('takes nothing from a reader', async () => {
    const reader = memoryRelay().transport({ writes: false });
    expect(await reader.put([anEnvelope('a1', 1)], live)).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect(await reader.remove([anEnvelope('a1', 1).path], live)).toMatchObject({
      ok: false,
      error: { kind: 'refused' },
    });
  });

  it('takes a cursor that it did not write for one of another relay', async () => {
    expect(await first(memoryRelay().transport().pull('{', live))).toMatchObject({
      ok: false,
      error: { kind: 'reset' },
    });
  });
});
