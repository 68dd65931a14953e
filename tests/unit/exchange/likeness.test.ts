import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountForm, nameForm, outletForm } from '@/lib/exchange/likeness/name.ts';
import { ALIKE, featuresOf, likeness, sameName } from '@/lib/exchange/likeness/score.ts';

const names = (a: string, b: string): number => sameName(nameForm(a), nameForm(b));

describe('the form of a name', () => {
  it.each([
    ['Bapak Drs. H. Budi Santoso, M.Si.', 'Budi Santoso'],
    ['Ibu Sari Dewi, S.Kom., M.M.', 'sari dewi'],
    ['Prof. Dr. Ir. Joko Widjaja', 'Djoko Widjaja'],
    ['SANTOSO, BUDI', 'Budi Santoso'],
    ['Muh. Rizky Pratama', 'Muhammad Rizki Pratama'],
    ['Moch. Noer Hidajat', 'Mohammad Nur Hidajat'],
    ['Achmad Fauzi', 'Akhmad Fauzi'],
    ['Soekarno Hadi', 'Sukarno Hadi'],
    ['Andriani Putri SE', 'Andriani Putri'],
    ['R. Ayu Lestari', 'R Ayu Lestari'],
    ['René Müller', 'Rene Muller'],
  ])('is the same for %s and %s', (a, b) => expect(names(a, b)).toBe(1));

  it('counts "Muhammad" left out as nearly the same, and one word alone as less', () => {
    expect(names('Muh. Rizki Pratama', 'Rizki Pratama')).toBe(0.95);
    expect(names('Sari', 'Sari')).toBe(0.8);
    expect(names('Sari', 'Sari Dewi')).toBe(0.5);
  });

  it('allows one slip of the pen, an initial, or a word left out', () => {
    expect(names('Kartika Dewanti', 'Kartica Dewanti')).toBeGreaterThan(0.8);
    expect(names('Kartika D.', 'Kartika Dewanti')).toBeGreaterThan(0.8);
    expect(names('Kartika Dewanti', 'Kartika Ayu Dewanti')).toBeGreaterThan(0.8);
    expect(names('Kartika Dewanti', 'Kartini Dewantoro')).toBe(0);
    expect(names('Bima Adiguna', 'Bima Saputra')).toBe(0);
  });

  it('takes no number for the slip or the initial of another', () => {
    expect(names('Meja 1', 'Meja 12')).toBe(0);
    expect(names('Meja 10421', 'Meja 10422')).toBe(0);
  });

  it('keeps a word that is a degree elsewhere when it is the name', () => {
    expect(nameForm('Ma').words).toEqual(['ma']);
    expect(nameForm('Mas').words).toEqual(['mas']);
    expect(nameForm('Se Ayu').words).toEqual(['ayu', 'se']);
  });
});

describe('the form of an outlet and of an account', () => {
  it('leaves legal forms and kinds of paper aside', () => {
    expect(outletForm('PT Warta Pesisir Tbk.')).toBe(outletForm('warta pesisir'));
    expect(outletForm('Harian Fajar')).toBe(outletForm('FAJAR'));
    expect(outletForm('Media Group')).not.toBe('');
  });

  it('leaves signs and final digits aside, and says nothing of a desk', () => {
    expect(accountForm('email:sari.dewi_88@a.example')).toBe(accountForm('instagram_dm:saridewi'));
    expect(accountForm('email:redaksi@a.example')).toBeUndefined();
    expect(accountForm('phone:+6281200000001')).toBeUndefined();
    expect(accountForm('email:ab@a.example')).toBeUndefined();
  });
});

describe('likeness', () => {
  const of = (name: string, outlet?: string, ...keys: string[]) => featuresOf(name, outlet, keys);

  it('asks about the same name at the same outlet', () => {
    expect(likeness(of('Muh. Rizki', 'PT Fajar'), of('Muhammad Rizky', 'Harian Fajar'))).toMatchObject({
      why: 'name-outlet',
    });
    expect(likeness(of('Sari', 'Fajar'), of('Sari', 'Fajar')).score).toBeGreaterThanOrEqual(ALIKE);
  });

  it('asks about a like name with nearly the same account', () => {
    const score = likeness(
      of('Sari', undefined, 'email:sari.dewi@a.example'),
      of('Sari Dewi', undefined, 'email:saridewi1@b.example'),
    );
    expect(score).toMatchObject({ why: 'name-account' });
    expect(score.score).toBeGreaterThanOrEqual(ALIKE);
  });

  it('does not ask about a common name alone, nor at two outlets, nor about one account with two names', () => {
    expect(likeness(of('Budi Santoso'), of('Budi Santoso')).score).toBeLessThan(ALIKE);
    expect(likeness(of('Budi Santoso', 'Fajar'), of('Budi Santoso', 'Senja')).score).toBeLessThan(ALIKE);
    expect(
      likeness(of('Sari', 'A', 'email:press1@a.example'), of('Budi', 'A', 'email:press2@a.example')).score,
    ).toBeLessThan(ALIKE);
  });

  it('asks about a long name that few share, even without an outlet', () => {
    expect(likeness(of('Laras Ayu Widyastuti'), of('Laras Ayu Widyastuti', 'Fajar'))).toMatchObject({
      why: 'long-name',
    });
  });

  it('is the same from both sides, and never more than certain', () => {
    const word = fc.constantFrom('sari', 'dewi', 'muh.', 'budi', 'kartika', 'k.', 'santoso', 'ayu', 'santosa');
    const one = fc
      .tuple(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(undefined, 'Fajar', 'Senja'),
        fc.array(word, { maxLength: 2 }),
      )
      .map(([words, outlet, accounts]) =>
        of(words.join(' '), outlet, ...accounts.map((a) => `email:${a}kabar@a.example`)),
      );
    fc.assert(
      fc.property(one, one, (a, b) => {
        expect(likeness(a, b)).toEqual(likeness(b, a));
        expect(likeness(a, b).score).toBeLessThanOrEqual(1);
      }),
    );
  });
});
