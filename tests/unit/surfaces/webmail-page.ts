import { readFileSync } from 'node:fs';

interface Site {
  open(letter: string): void;
  asks: boolean;
  attach(name: string): void;
}

/** The pages of the contract suite, built in jsdom: the same nodes without a browser. */
export function openLetter(host: string, letter: string): Site {
  document.body.innerHTML = '<div id="app"></div>';
  const scripts = [
    '_shared/site.js',
    'mail/parts.js',
    'mail/outlook.js',
    'mail/yahoo.js',
    'mail/proton.js',
    'mail/zimbra.js',
  ];
  const code = scripts.map((name) => readFileSync(`tests/surfaces/pages/${name}`, 'utf8')).join('\n');
  const start = `mail.start(mail.sites[${JSON.stringify(host)}]); return window.site;`;
  const site = new Function(
    'window',
    `const { document, location } = window; let mail; Object.defineProperty(window, 'mail', { configurable: true, get: () => mail, set: (given) => { mail = given; } });\n${code}\n const site = window.site; ${start}`,
  )(window) as Site;
  site.open(letter);
  return site;
}
