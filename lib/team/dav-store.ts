import { err, ok } from '../domain/result.ts';
import type { FileStore } from './file-store.ts';
import { type Asked, ask, asking, failureOf } from './http.ts';
import type { Moved } from './transport.ts';

const DAV = '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>';

/** A team's folder on a WebDAV server. Its parent has to be there; the folder itself is made by the first who writes. */
export function davStore(options: Asked): FileStore {
  const base = options.url.endsWith('/') ? options.url : `${options.url}/`;
  const request = asking({ ...options, url: base });
  const made = new Set<string>();

  const make = async (folder: string, signal: AbortSignal): Moved<void> => {
    // 405: it is there. The team's own folder first, then one below it after the other.
    const parts = folder.split('/').filter((part) => part !== '');
    for (let n = 0; n <= parts.length; n += 1) {
      const at = parts
        .slice(0, n)
        .map((part) => `${part}/`)
        .join('');
      if (made.has(at)) continue;
      const answer = await request(at, { method: 'MKCOL' }, signal);
      if (!answer.ok) return answer;
      if (![201, 301, 405].includes(answer.value.status)) return err(failureOf(answer.value, `${base}${at}`));
      made.add(at);
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
        made.clear();
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
