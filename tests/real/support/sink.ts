import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { freePort } from './process.ts';

/** One message as it reached the mail server: to whom it goes, and what everybody can read in it. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly headers: string;
  readonly email: Email;
}
export interface Sink {
  readonly port: number;
  readonly received: readonly Received[];
  /** Waits for the nth message since the start (or the last `clear`). */
  arrived(count: number): Promise<readonly Received[]>;
  clear(): void;
  stop(): Promise<void>;
}

export async function startSink(): Promise<Sink> {
  const port = await freePort();
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const from = session.envelope.mailFrom;
        received.push({
          from: from ? from.address : '',
          to: session.envelope.rcptTo.map(({ address }) => address).sort(),
          raw,
          headers: raw.slice(0, raw.indexOf('\r\n\r\n')),
          email: await PostalMime.parse(raw),
        });
        done();
        for (const look of waiting) look();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port,
    received,
    arrived: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (received.length < count) return;
          waiting.delete(look);
          resolve([...received]);
        };
        waiting.add(look);
        look();
      }),
    clear: () => {
      received.length = 0;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
