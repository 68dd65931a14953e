import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const built = (target: string, file: string): Buffer => readFileSync(`.output/${target}/${file}`);
const manifest = (target: string) => JSON.parse(built(target, 'manifest.json').toString());

/** What the stores and the user are asked for. A line more is a decision, not an accident. */
const PERMISSIONS = ['activeTab', 'scripting', 'storage', 'unlimitedStorage'];
const WATCHED = ['https://mail.google.com/*'];
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; worker-src 'self'; frame-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'";

describe.each(['chrome-mv3', 'firefox-mv3'])('the built manifest of %s', (target) => {
  it('asks for the expected permissions and no more', () => {
    const m = manifest(target);
    expect([...m.permissions].sort()).toEqual(PERMISSIONS);
    expect(m.host_permissions).toEqual(WATCHED);
    expect([...m.optional_host_permissions].sort()).toEqual(['http://*/*', 'https://*/*']);
    expect(m.content_scripts.flatMap((s: { matches: string[] }) => s.matches)).toEqual(WATCHED);
  });

  it('lets its pages run only its own code and connect nowhere', () => {
    expect(manifest(target).content_security_policy).toEqual({ extension_pages: CSP });
  });

  it('shows pages nothing but the warning, which opens only with a secret', () => {
    expect(manifest(target).web_accessible_resources.flatMap((r: { resources: string[] }) => r.resources)).toEqual([
      'warning.html',
    ]);
  });

  it('carries a guard of at most 25 kB gzipped into every page', () => {
    expect(gzipSync(built(target, 'content-scripts/guard.js')).length).toBeLessThanOrEqual(25_000);
  });
});
