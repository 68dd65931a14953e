import { err, ok } from '../domain/result.ts';
import type { FileStore } from './file-store.ts';
import { type Asked, ask, asking, failureOf } from './http.ts';
import type { Moved } from './transport.ts';

const DAV = '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>';

/** A team's folder on a WebDAV server. Its parent has to be there; the folder itself is made by the first who writes. */
export function davStore(options: Asked): FileStore {
  const base = options.url.endsWith('/') ? options.url : `${options.url}/`;
  const request = asking({ ...options, url: base });
  /** One at a time: Apache answers 403 to one of two who make the same folder. */
  const made = new Map<string, Moved<void>>();

  const isThere = async (folder: string, signal: AbortSignal): Promise<boolean> => {
    const answer = await request(folder, { method: 'PROPFIND', headers: { depth: '0' }, body: DAV }, signal);
    return answer.ok && answer.value.status === 207;
  };

  const makeOne = async (folder: string, signal: AbortSignal): Moved<void> => {
    const answer = await request(folder, { method: 'MKCOL' }, signal);
    if (!answer.ok) return answer;
    // 405: it is there. Another device may have made it in the same moment.
    const { status } = answer.value;
    const stands = status === 201 || status === 405 || (await isThere(folder, signal));
    return stands ? ok(undefined) : err(failureOf(answer.value, `${base}${folder}`));
  };

  /** The team's own folder first, then one below it after the other. */
  const make = async (folder: string, signal: AbortSignal): Moved<void> => {
    const parts = folder.split('/').filter((part) => part !== '');
    for (let n = 0; n <= parts.length; n += 1) {
      const at = parts
        .slice(0, n)
        .map((part) => `${part}/`)
        .join('');
      const making = made.get(at) ?? makeOne(at, signal);
      made.set(at, making);
      const done = await making;
      // Known no longer than it takes: the folder may be emptied later.
      made.delete(at);
      if (!done.ok) return done;
    }
    return ok(undefined);
  };

  const put = (file: string, bytes: Uint8Array<ArrayBuffer>, fresh: boolean, signal: AbortSignal): Moved<Response> => {
    const headers = { 'content-type': 'application/octet-stream', ...(fresh ? { 'if-none-match': '*' } : {}) };
    return request(file, { method: 'PUT', headers, body: bytes }, signal);
  };

  const sizeOf = async (file: string, signal: AbortSignal): Moved<number | undefined> => {
    const answer = await request(file, { method: 'HEAD' }, signal);
    if (!answer.ok) return answer;
    const length = answer.value.headers.get('content-length');
    return ok(answer.value.ok && length !== null ? Number(length) : undefined);
  };

  return {
    async list(folder, signal) {
      const headers = { depth: '1', 'content-type': 'application/xml' };
      const answer = await request(folder, { method: 'PROPFIND', headers, body: DAV }, signal);
      if (!answer.ok) return answer;
      if (answer.value.status === 404) return ok([]);
      if (answer.value.status !== 207) return err(failureOf(answer.value, `${base}${folder}`));
      const text = await ask(() => answer.value.text(), signal);
      if (!text.ok) return text;
      const names = listed(text.value);
      return names ? ok(names) : err({ kind: 'malformed', detail: `${base}${folder} gave no whole list` });
    },

    async read(file, signal) {
      const answer = await request(file, {}, signal);
      if (!answer.ok) return answer;
      if (answer.value.status === 404 || answer.value.status === 410) return ok(undefined);
      if (!answer.value.ok) return err(failureOf(answer.value, `${base}${file}`));
      return ask(async () => new Uint8Array(await answer.value.arrayBuffer()), signal);
    },

    async create(file, bytes, signal) {
      let answer = await put(file, bytes, true, signal);
      // 409: the folder above is missing (RFC 4918, 9.7.1); some servers say 404.
      if (answer.ok && (answer.value.status === 409 || answer.value.status === 404)) {
        const folder = await make(file.slice(0, file.lastIndexOf('/') + 1), signal);
        if (!folder.ok) return folder;
        answer = await put(file, bytes, true, signal);
      }
      if (!answer.ok) return answer;
      if (answer.value.status === 412) {
        // It is there. Half of it, when an upload broke off: then it is written again.
        const size = await sizeOf(file, signal);
        if (!size.ok) return size;
        if (size.value === undefined || size.value === bytes.length) return ok('known');
        answer = await put(file, bytes, false, signal);
        if (!answer.ok) return answer;
      }
      return answer.value.ok ? ok('stored') : err(failureOf(answer.value, `${base}${file}`));
    },

    async remove(file, signal) {
      const answer = await request(file, { method: 'DELETE' }, signal);
      if (!answer.ok) return answer;
      return answer.value.ok || answer.value.status === 404
        ? ok(undefined)
        : err(failureOf(answer.value, `${base}${file}`));
    },
  };
}

/** The last part of every address in the answer (RFC 4918, 14.16). A worker has no parser for XML. */
function listed(xml: string): readonly string[] | undefined {
  if (!/<\/(?:[\w-]+:)?multistatus>\s*$/.test(xml)) return undefined;
  return [...xml.matchAll(/<(?:[\w-]+:)?href[^>]*>\s*([^<]*?)\s*<\//g)].map(([, href = '']) => {
    const parts = href
      .replaceAll('&amp;', '&')
      .split('/')
      .filter((part) => part !== '');
    return unescaped(parts.at(-1) ?? '');
  });
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
