import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sources = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'lib', 'components', 'entrypoints'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file));

describe('the client of nats-server', () => {
  it('is loaded by no module at its start: who has no team never loads it', () => {
    const mentions = sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^.*'@nats-io\/[^']+'.*$/gm)].map(([line]) => `${file}: ${line.trim()}`),
    );
    const atStart = mentions.filter((line) => !/: import type /.test(line) && !/\bimport\('@nats-io/.test(line));
    expect(mentions.length).toBeGreaterThan(atStart.length);
    expect(atStart).toEqual([]);
  });

  it('is named in lib/team alone', () => {
    const elsewhere = sources.filter(
      (file) => !file.startsWith('lib/team/') && readFileSync(file, 'utf8').includes('@nats-io/'),
    );
    expect(elsewhere).toEqual([]);
  });
});
