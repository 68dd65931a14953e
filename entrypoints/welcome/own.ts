import { emailDomain, normaliseEmail } from '@/lib/domain/email.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import { err, ok, type Result } from '@/lib/domain/result.ts';

/** Mail services that anybody uses: their domain says nothing of who is a colleague. Our own list, not complete. */
const PUBLIC = new Set([
  'gmail.com',
  'googlemail.com',
  'yahoo.com',
  'yahoo.co.id',
  'ymail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'icloud.com',
  'proton.me',
  'protonmail.com',
  'aol.com',
  'mail.com',
]);

export const isPublicService = (domain: string): boolean => PUBLIC.has(domain);

export type Own = Partial<Pick<Policy, 'ownDomains' | 'ownAddresses'>>;

/** A work address or a bare domain; nothing is an answer too, and then what is known stays. */
export function readOwn(text: string): Result<Own, 'neither'> {
  const written = text.trim().replace(/^@/, '');
  if (written === '') return ok({});
  if (!written.includes('@')) {
    const domain = emailDomain(`x@${written}`);
    return domain?.includes('.') ? ok({ ownDomains: [domain], ownAddresses: [] }) : err('neither');
  }
  const address = normaliseEmail(written);
  const domain = address && emailDomain(address);
  if (!address || !domain) return err('neither');
  return ok({ ownDomains: isPublicService(domain) ? [] : [domain], ownAddresses: [address] });
}
