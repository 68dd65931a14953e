import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SiteCase } from '../case.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
/** What a request gets; undefined: it goes nowhere. */
export type Answering = (url: string) => Answer | undefined;

/** A page at an address. `inside`: a page of the extension by its name, with scripts to run in it. */
export interface Site {
  readonly url: string;
  readonly answer: Answering;
  readonly inside?: { readonly page: string; readonly scripts: readonly string[] };
}

export function siteOf(site: SiteCase): Site {
  const page = pageOfOurs(site.url);
  return {
    url: site.url,
    answer: page ? () => undefined : pagesOf(site),
    ...(page && { inside: { page, scripts: addedTo(site.page) } }),
  };
}

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', html: 'text/html' };
const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** As strict as a page can be: no frames, no string ever becomes markup or code. */
export const strictCsp = (origin: string): string =>
  `default-src 'none'; script-src ${origin}; style-src ${origin} 'unsafe-inline'; img-src data:; frame-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;

/** The page of a case at its real address: files by their last name, anything else is the page itself. */
function pagesOf(site: Pick<SiteCase, 'url' | 'page' | 'csp'>): Answering {
  const { origin } = new URL(site.url);
  const csp = site.csp ?? strictCsp(origin);
  const folders = [
    folder(`../pages/${site.page}/`),
    folder('../pages/_shared/'),
    folder(`../../e2e/pages/${site.page}/`),
  ];
  const find = (name: string): string | undefined =>
    folders.map((each) => `${each}${name}`).find((path) => name !== '' && existsSync(path));
  return (address) => {
    const url = new URL(address);
    if (url.origin !== origin) return undefined;
    const name = url.pathname.split('/').at(-1) ?? '';
    const kind = TYPES[name.split('.').at(-1) ?? ''];
    const path = kind ? find(name) : (find('index.html') ?? find(`${site.page}.html`));
    if (!path) return { status: 404, headers: {}, body: '' };
    const type = kind ?? 'text/html';
    return {
      status: 200,
      headers: {
        'content-type': `${type}; charset=utf-8`,
        ...(type === 'text/html' && { 'content-security-policy': csp }),
      },
      body:
        path.includes('/e2e/') && type === 'text/html'
          ? withAdded(readFileSync(path, 'utf8'))
          : readFileSync(path, 'utf8'),
    };
  };
}

/** Scripts for a page of the extension, which loads none of ours: run in it as a debugger does. */
const addedTo = (page: string): readonly string[] =>
  [folder('../pages/_shared/site.js'), folder(`../pages/${page}/added.js`)].map((path) => readFileSync(path, 'utf8'));

/** The page's name where it is one of the extension's own. */
export const pageOfOurs = (url: string): string | undefined => /^izin:(.+)$/.exec(url)?.[1];

/** A page that other tests have too becomes one of this suite by two scripts more. */
const withAdded = (html: string): string =>
  html
    .replace('</head>', '<script src="/t/site.js"></script></head>')
    .replace('</body>', '<script src="/t/added.js"></script></body>');
