/** Match patterns as the manifest knows them, against an address. */
export function matchesAny(patterns: readonly string[]): (location: { readonly href: string }) => boolean {
  const tests = patterns.map(toRegExp);
  let last = '';
  let answer = false;
  return ({ href }) => {
    if (href !== last) {
      last = href;
      answer = tests.some((test) => test.test(href));
    }
    return answer;
  };
}

/** `*://*.x.example/path*`. A host without a port stands for any port, as browsers have it. */
function toRegExp(pattern: string): RegExp {
  const [, scheme = '', host = '', path = ''] = /^(\*|[a-z]+):\/\/([^/]*)(\/.*)$/.exec(pattern) ?? [];
  const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  const hosts =
    host === '*' ? '[^/]*' : host.startsWith('*.') ? `(?:[^/]+\\.)?${escaped(host.slice(2))}` : escaped(host);
  return new RegExp(`^${scheme === '*' ? 'https?' : scheme}://${hosts}(?::\\d+)?${escaped(path)}$`);
}
