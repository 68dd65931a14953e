import { describe, expect, it } from 'vitest';
import { prepare, readRows } from '@/lib/exchange/csv.ts';
import type { Row } from '@/lib/exchange/table.ts';

const rowsOf = (text: string): readonly Row[] => {
  const { text: plain, delimiter, line } = prepare([text]);
  return [...readRows(plain, delimiter, line)].flatMap(({ rows }) => rows);
};

describe('rows of a CSV', () => {
  it.each([',', ';', '\t', '|'])('finds the delimiter %j', (sign) => {
    const text = `nama${sign}surel${sign}media\nSari${sign}sari@a.example${sign}Harian A\n`;
    expect(prepare([text]).delimiter).toBe(sign);
  });

  it('takes a "sep=" line at its word and still counts it as line 1', () => {
    expect(rowsOf('sep=;\r\nnama;surel\r\nSari;s@a.example')).toEqual([
      { line: 2, cells: ['nama', 'surel'] },
      { line: 3, cells: ['Sari', 's@a.example'] },
    ]);
  });

  it('counts lines as an editor does, through quoted line breaks and mixed line ends', () => {
    const rows = rowsOf('nama,alamat\r\nSari,"Jalan A\r\nJakarta"\rBudi,b\nTini,c');
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'nama'],
      [2, 'Sari'],
      [4, 'Budi'],
      [5, 'Tini'],
    ]);
  });

  it('loses one row, and no more, to a quote that is never closed', () => {
    const rows = rowsOf('nama,surel\nSari,s@a.example\n"Budi,b@a.example\nTini,t@a.example\nJoko,"j@a.example"\n');
    expect(rows.filter(({ fault }) => fault).map(({ line }) => line)).toEqual([3]);
    expect(rows.map(({ cells }) => cells[0])).toEqual(expect.arrayContaining(['Sari', 'Tini', 'Joko']));
  });

  it('gives the same rows whatever the slices are, and keeps their lines', () => {
    const lines = Array.from({ length: 30_000 }, (_, at) =>
      at % 7 === 0 ? `"Nama ""${at}""",a${at}@a.example` : `Nama ${at},a${at}@a.example`,
    );
    const rows = rowsOf(`nama,surel\n${lines.join('\n')}\n`).filter(({ cells }) => cells.length > 1);
    expect(rows).toHaveLength(30_001);
    expect(rows.at(-1)).toEqual({ line: 30_001, cells: ['Nama 29999', 'a29999@a.example'] });
    expect(rows[1]).toEqual({ line: 2, cells: ['Nama "0"', 'a0@a.example'] });
  });
});
