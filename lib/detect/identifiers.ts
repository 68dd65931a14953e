import { identifier as address } from './address.identifier.ts';
import { identifier as birthDate } from './birth-date.identifier.ts';
import { identifier as bpjs } from './bpjs.identifier.ts';
import { identifier as email } from './email.identifier.ts';
import { identifier as iban } from './iban.identifier.ts';
import type { NumberIdentifier, TextIdentifier } from './identifier.ts';
import { identifier as imei } from './imei.identifier.ts';
import { identifier as ip } from './ip.identifier.ts';
import { identifier as mrz } from './mrz.identifier.ts';
import { identifier as nip } from './nip.identifier.ts';
import { identifier as nisn } from './nisn.identifier.ts';
import { identifier as oneTimeCode } from './one-time-code.identifier.ts';
import { identifier as passport } from './passport.identifier.ts';
import { identifier as password } from './password.identifier.ts';
import { identifier as plate } from './plate.identifier.ts';
import { identifier as secretAssigned } from './secret-assigned.identifier.ts';
import { identifier as secretKey } from './secret-key.identifier.ts';
import { identifier as secretLink } from './secret-link.identifier.ts';
import { identifier as sim } from './sim.identifier.ts';
import { identifier as ssn } from './ssn.identifier.ts';

/** Runs of digits that only their word, or a structure that nothing else has, explains. The rest is `digits.ts`. */
export const NUMBERS: readonly NumberIdentifier[] = [nip, bpjs, sim, nisn, imei];

/** Of spans that overlap the earlier one's stays. Those before the numbers explain digits that would be something else. */
export const BEFORE_NUMBERS: readonly TextIdentifier[] = [
  secretKey,
  secretLink,
  mrz,
  email,
  iban,
  oneTimeCode,
  password,
  secretAssigned,
  passport,
  ssn,
];
export const AFTER_NUMBERS: readonly TextIdentifier[] = [birthDate, ip, plate, address];
