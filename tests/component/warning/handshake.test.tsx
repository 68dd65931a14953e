import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handshake } from '@/entrypoints/warning/handshake.ts';

let ended: AbortController;
beforeEach(() => {
  ended = new AbortController();
});
afterEach(() => ended.abort());

const say = (data: unknown, ports: readonly MessagePort[], source: Window | null = window.parent): void => {
  const event = new MessageEvent('message', { data, source });
  Object.defineProperty(event, 'ports', { value: ports });
  window.dispatchEvent(event);
};
const port = (): MessagePort => new MessageChannel().port1;
const outcome = async (line: Promise<unknown>): Promise<unknown> =>
  Promise.race([line, new Promise((r) => setTimeout(r, 5, 'waits'))]);

describe('the handshake', () => {
  it('takes the secret and the port of the parent', async () => {
    const line = handshake(window, ended.signal);
    const mine = port();
    say({ izin: 's1' }, [mine]);
    expect(await line).toEqual({ secret: 's1', port: mine });
  });

  it.each([
    ['no port', { izin: 's1' }, 0],
    ['two ports', { izin: 's1' }, 2],
    ['no secret', { other: 's1' }, 1],
    ['a secret that is no text', { izin: 1 }, 1],
    ['nothing', null, 1],
  ])('ignores a message with %s', async (_, data, count) => {
    const line = handshake(window, ended.signal);
    say(data, Array.from({ length: count }, port));
    expect(await outcome(line)).toBe('waits');
  });

  it('ignores a message from anybody but its parent', async () => {
    const line = handshake(window, ended.signal);
    say({ izin: 's1' }, [port()], null);
    expect(await outcome(line)).toBe('waits');
  });

  it('takes the first one and no other', async () => {
    const line = handshake(window, ended.signal);
    const first = port();
    say({ izin: 's1' }, [first]);
    say({ izin: 's2' }, [port()]);
    expect(await line).toEqual({ secret: 's1', port: first });
  });
});
