import { describe, expect, it } from 'vitest';
import { pointsIn } from '@/lib/domain/points-in.ts';

describe('where a person may be reached by what was typed, selected or linked', () => {
  it.each([
    ['sari@harian.example', 'email', 'sari@harian.example'],
    [' <sari@harian.example>, ', 'email', 'sari@harian.example'],
    ['Sari W <sari@harian.example>', 'email', 'sari@harian.example'],
    ['mailto:sari@harian.example?subject=Halo', 'email', 'sari@harian.example'],
    ['mailto:sari%2Brilis@harian.example', 'email', 'sari+rilis@harian.example'],
    ['tel:+6281255501001', 'phone', '+6281255501001'],
    ['https://wa.me/6281255501001?text=Halo', 'whatsapp', '+6281255501001'],
    ['https://api.whatsapp.com/send?text=x&phone=6281255501001', 'whatsapp', '+6281255501001'],
    ['whatsapp://send?phone=6281255501001', 'whatsapp', '+6281255501001'],
  ])('%s', (text, channel, address) => {
    expect(pointsIn(text)).toEqual([{ channel, address }]);
  });

  it('knows a profile by the network of its address', () => {
    expect(pointsIn('https://www.instagram.com/mayakopi/?hl=id').map(({ channel }) => channel)).toEqual([
      'instagram_dm',
    ]);
    expect(pointsIn('linkedin.com/in/maya-siregar').map(({ channel }) => channel)).toEqual(['linkedin_msg']);
  });

  it('looks for a handle on every network that allows it, and for a number on both that have numbers', () => {
    expect(pointsIn('@mayakopi').map(({ channel }) => channel)).toContain('instagram_dm');
    expect(pointsIn('@mayakopi').length).toBeGreaterThan(3);
    expect(pointsIn('0812-5550-1001').map(({ channel }) => channel)).toEqual(['whatsapp', 'telegram']);
  });

  it('takes a name, a half address and a page that is nobody’s for no address', () => {
    for (const text of [
      'Sari Wulandari',
      'sari@',
      'https://harian.example/berita/1',
      '',
      'mailto:',
      '%',
      'mailto:%E0%A4%A',
    ])
      expect(pointsIn(text)).toEqual([]);
  });
});
