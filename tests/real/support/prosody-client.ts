import { connect } from 'node:net';
import type { Account } from './dovecot.ts';
import { DOMAIN } from './prosody.ts';

/** The other side: a client of the protocol itself (RFC 6120), without Izin, that hears what reaches this person. */
export interface Listener {
  /** Bodies in the order in which they came; `room` where it came through one. */
  readonly heard: readonly { readonly from: string; readonly body: string; readonly room: boolean }[];
  /** Waits for the nth message since the start. */
  count(wanted: number): Promise<void>;
  join(room: string, nick: string): Promise<void>;
  stop(): void;
}

export async function listenAs({ user, password }: Account, port: number): Promise<Listener> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  const heard: { from: string; body: string; room: boolean }[] = [];
  const waiting = new Set<() => void>();
  let stream = '';
  let past = '';
  socket.on('data', (data) => {
    stream += data;
    past += data;
    for (;;) {
      const stanza = /<message\b[^>]*?(?:\/>|>.*?<\/message>)/s.exec(stream);
      if (!stanza) break;
      stream = stream.slice(stanza.index + stanza[0].length);
      const body = /<body>(.*?)<\/body>/s.exec(stanza[0])?.[1];
      // A room tells its history with a delay to those who come later.
      if (body === undefined || stanza[0].includes('<delay')) continue;
      const attribute = (name: string): string => new RegExp(` ${name}='([^']*)'`).exec(stanza[0])?.[1] ?? '';
      heard.push({ from: attribute('from'), body, room: attribute('type') === 'groupchat' });
    }
    for (const look of waiting) look();
  });
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  const answered = async (text: string, answer: string): Promise<void> => {
    past = '';
    socket.write(text);
    await until(() => past.includes(answer));
  };
  const open = `<stream:stream to='${DOMAIN}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>`;
  const secret = Buffer.from(`\0${user}\0${password}`).toString('base64');
  await answered(open, '</stream:features>');
  await answered(`<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>${secret}</auth>`, '<success');
  await answered(open, '</stream:features>');
  await answered("<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>", '</iq>');
  socket.write('<presence/>');
  return {
    heard,
    count: (wanted) => until(() => heard.length >= wanted),
    join: (room, nick) =>
      answered(`<presence to='${room}/${nick}'><x xmlns='http://jabber.org/protocol/muc'/></presence>`, "code='110'"),
    stop: () => void socket.destroy(),
  };
}
