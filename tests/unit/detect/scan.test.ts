import { describe, expect, it } from 'vitest';
import { fold } from '@/lib/detect/fold.ts';
import { placeOf } from '@/lib/detect/regions.ts';
import { scan } from '@/lib/detect/scan.ts';

describe('a scan', () => {
  it('gives spans in the order of the text, none over another', () => {
    const text = 'Halo [Nama], NIK 3174051212900001, surat a@surat.example, HP 081234567890.';
    const { spans, complete } = scan(text);
    expect(spans.map(({ kind }) => kind)).toEqual(['placeholder', 'nik', 'email', 'phone']);
    expect(spans.every((span, i) => i === 0 || (spans[i - 1]?.end ?? 0) <= span.start)).toBe(true);
    expect(complete).toBe(true);
  });

  it('gives values in the form that is compared', () => {
    expect(scan('HP 0812-3456-7890').spans[0]?.value).toBe('+6281234567890');
    expect(scan('A@Surat.Example').spans[0]?.value).toBe('a@surat.example');
    expect(scan('lahir 17 Agustus 1985').spans[0]?.value).toBe('1985-08-17');
    expect(scan('NIK 3174 0512 1290 0001').spans[0]?.value).toBe('3174051212900001');
  });

  it('says that it is not complete when its deadline came first', () => {
    let time = 0;
    const clock = (): number => ++time;
    expect(scan('NIK 3174051212900001', { deadline: 0, clock }).complete).toBe(false);
    expect(scan('NIK 3174051212900001', { deadline: 1_000, clock }).complete).toBe(true);
  });

  it.each(['a', '1', 'a.', '1 ', '0812-', '@', '[', '{', '<', '%', 'x', ' ', '(', '\u200b', 'é'])(
    'ends on thirty thousand times "%s"',
    (piece) => {
      expect(scan(piece.repeat(30_000)).spans).toEqual([]);
    },
  );
});

describe('folding', () => {
  it('keeps the way back to the original', () => {
    const original = 'a\u200bb\u0301 ﬁ１';
    const { text, starts, ends } = fold(original);
    expect(text).toBe('ab\u0301 fi1');
    expect([...text].map((_, i) => original.slice(starts[i], ends[i]))).toEqual([
      'a',
      'b\u0301',
      'b\u0301',
      ' ',
      'ﬁ',
      'ﬁ',
      '１',
    ]);
  });
});

describe('districts', () => {
  it('are known with those that were retired', () => {
    expect(placeOf('317405')).toBe('district');
    expect(placeOf('910101')).toBe('district');
    expect(placeOf('317499')).toBe('province');
    expect(placeOf('540101')).toBeUndefined();
  });
});
