/** Held on every channel, to anybody outside: the form of a NIK, of nobody. */
export const HELD = 'Halo, ini datanya. NIK: 3171014504960003, mohon diproses.';
export const CLEAN = 'Halo, terima kasih.';

/** As two readers may differ without meaning anything: line breaks, spaces, what cannot be seen. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
