import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server does that the real one does seldom. Each is asked before the request is served. */
export interface DavServer {
  readonly url: string;
  /** File → bytes, folders with a slash at their end → undefined. */
  readonly files: Map<string, Buffer | undefined>;
  readonly requests: { readonly method: string; readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  answerInstead: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  stop(): Promise<void>;
}

/** As much of RFC 4918 as a folder of files needs, in this process: collections, conditions, weak tags of fresh files. */
export async function startDav(): Promise<DavServer> {
  const files = new Map<string, Buffer | undefined>([['/', undefined]]);
  const requests: DavServer['requests'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      requests.push({ method: request.method ?? '', path, headers: request.headers });
      if (dav.answerInstead?.(request, response)) return;
      const { status, body, headers } = serve(files, request, path, Buffer.concat(chunks));
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const dav: DavServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    files,
    requests,
    answerInstead: undefined,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return dav;
}

interface Answer {
  readonly status: number;
  readonly body?: Buffer | string;
  readonly headers?: Record<string, string>;
}

const parentOf = (path: string): string => path.replace(/[^/]+\/?$/, '');
const tagOf = (bytes: Buffer): string =>
  `W/"${bytes.length}-${bytes.reduce((sum, byte) => (sum * 31 + byte) >>> 0, 7)}"`;

function serve(files: DavServer['files'], request: IncomingMessage, path: string, sent: Buffer): Answer {
  const kept = files.get(path);
  switch (request.method) {
    case 'MKCOL':
      if (files.has(path)) return { status: 405 };
      if (!files.has(parentOf(path))) return { status: 409 };
      files.set(path, undefined);
      return { status: 201 };
    case 'PUT':
      if (!files.has(parentOf(path))) return { status: 409 };
      if (kept !== undefined && request.headers['if-none-match'] === '*') return { status: 412 };
      files.set(path, sent);
      return { status: kept === undefined ? 201 : 204 };
    case 'HEAD':
    case 'GET':
      if (kept === undefined) return { status: 404 };
      if (request.headers['if-none-match'] === tagOf(kept)) return { status: 304 };
      return { status: 200, body: kept, headers: { etag: tagOf(kept), 'content-length': String(kept.length) } };
    case 'DELETE':
      return { status: files.delete(path) ? 204 : 404 };
    case 'PROPFIND':
      if (!files.has(path)) return { status: 404 };
      return {
        status: 207,
        body: multistatus([path, ...[...files.keys()].filter((one) => one !== path && parentOf(one) === path)]),
      };
    default:
      return { status: 501 };
  }
}

const multistatus = (paths: readonly string[]): string => `<?xml version="1.0" encoding="utf-8"?>
<D:multistatus xmlns:D="DAV:" xmlns:ns0="DAV:">
${paths.map((path) => `<D:response xmlns:lp1="DAV:">\n<D:href>${path}</D:href>\n<D:propstat><D:status>HTTP/1.1 200 OK</D:status></D:propstat>\n</D:response>`).join('\n')}
</D:multistatus>
`;
