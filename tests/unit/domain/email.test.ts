import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailDomain, emailKey, normaliseEmail } from '@/lib/domain/email.ts';

describe('an e-mail address', () => {
  it.each([
    ['Sari.W@Harian.EXAMPLE', 'sari.w@harian.example'],
    [' <sari@harian.example> ', 'sari@harian.example'],
    ['mailto:sari@harian.example', 'sari@harian.example'],
    ['sari@bücher.example', 'sari@xn--bcher-kva.example'],
    ['sari\u200B@harian.example', 'sari@harian.example'],
    ['sari@harian.example.', 'sari@harian.example'],
  ])('%j is written %s', (raw, written) => {
    expect(normaliseEmail(raw)).toBe(written);
  });

  it.each([
    'sari',
    'sari@',
    '@harian.example',
    'sari@localhost',
    'sari@1.2.3.4',
    'a b@harian.example',
    'a@b@',
    'a@h.example/x',
    '',
  ])('%j is none', (raw) => {
    expect(normaliseEmail(raw)).toBeUndefined();
  });

  it('is matched without its plus-tag', () => {
    expect(emailKey('sari+press@harian.example')).toBe('sari@harian.example');
  });

  it('at Gmail is matched without dots and under either name', () => {
    expect(emailKey('Sa.Ri+x@googlemail.com')).toBe(emailKey('sari@gmail.com'));
  });

  it('elsewhere keeps its dots', () => {
    expect(emailKey('sa.ri@harian.example')).not.toBe(emailKey('sari@harian.example'));
  });

  it('tells its domain', () => {
    expect(emailDomain('Sari <x')).toBeUndefined();
    expect(emailDomain('Sari@Desk.Harian.example')).toBe('desk.harian.example');
  });
});

describe('a domain', () => {
  it('comes out as the platform reads it, whichever way it is read', () => {
    const label = fc.string({ unit: fc.constantFrom(...'aBz09-xn'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), (labels) => {
        const domain = labels.join('.');
        const read = URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : '';
        expect(emailDomain(`a@${domain}`) ?? '').toBe(/\.[a-z][a-z0-9-]*$/.test(read) ? read : '');
      }),
      { numRuns: 2_000 },
    );
  });
});
