import { addressKey } from './address.ts';
import type { DatumKind } from './enums.ts';
import { moneyIn } from './money.ts';

/** What is put through HMAC to recognise a datum; e-mail and phone are one with contact points. */
export function datumKey(kind: DatumKind, value: string, region = 'ID'): string | undefined {
  if (kind === 'email' || kind === 'phone') return addressKey(kind, value, region);
  const compared = compare(kind, value);
  return compared === '' ? undefined : `${kind}:${compared}`;
}

function compare(kind: DatumKind, value: string): string {
  if (kind === 'nik' || kind === 'npwp' || kind === 'bank_account') return value.replace(/\D/g, '');
  // "Rp 15.000.000" and "15 jt" are one fee.
  if (kind === 'fee' || kind === 'contract_term') {
    const [sum] = moneyIn(value.normalize('NFKC'));
    if (sum) return sum.key;
  }
  const plain = value.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  return kind === 'birth_date' ? isoDate(plain) : plain;
}

function isoDate(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}
