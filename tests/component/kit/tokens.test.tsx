import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('assets/tokens.css', 'utf8');
const plain = css.slice(0, css.indexOf('@media'));
const strong = css.slice(css.indexOf('prefers-contrast'), css.indexOf('prefers-reduced-motion'));

function pair(sheet: string, name: string): readonly [string, string] {
  const found = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(sheet);
  return found ? [found[1]!, found[2]!] : pair(plain, name);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = [
  ['ink', 'paper'],
  ['ink', 'sheet'],
  ['ink', 'plain-ground'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'sheet'],
  ['daun', 'paper'],
  ['daun', 'daun-ground'],
  ['on-daun', 'daun'],
  ['kunyit', 'paper'],
  ['kunyit', 'kunyit-ground'],
  ['ink', 'kunyit-ground'],
  ['bata', 'paper'],
  ['bata', 'bata-ground'],
  ['ink', 'bata-ground'],
  ['on-bata', 'bata'],
  ['nila', 'paper'],
  ['nila', 'sheet'],
  ['nila', 'nila-ground'],
] as const;

describe.each([
  ['as it is', plain, 4.5],
  ['with more contrast', strong, 4.5],
])('colours %s', (_, sheet, least) => {
  it.each(TEXT)('%s on %s can be read in light and in dark', (text, ground) => {
    const [t, g] = [pair(sheet, text), pair(sheet, ground)];
    expect(contrast(t[0], g[0])).toBeGreaterThanOrEqual(least);
    expect(contrast(t[1], g[1])).toBeGreaterThanOrEqual(least);
  });

  it('edges of controls stand out from their ground', () => {
    const [edge, paper] = [pair(sheet, 'edge'), pair(sheet, 'paper')];
    expect(Math.min(contrast(edge[0], paper[0]), contrast(edge[1], paper[1]))).toBeGreaterThanOrEqual(3);
  });
});
