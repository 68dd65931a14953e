import type { AgeBand, Channel, SubjectRole } from '../domain/enums.ts';

/** Invented people. Addresses end in `.example`; no number here was taken from anybody. */
export interface SampleRow {
  readonly key: string;
  readonly name: string;
  readonly role: SubjectRole;
  readonly outlet: string;
  readonly email?: string;
  readonly whatsapp?: string;
  readonly instagram?: string;
  readonly age?: AgeBand;
  /** Default: agreed, for all that they do. */
  readonly story?: 'opted-out' | 'withdrew-email' | 'withdrew-whatsapp' | 'expired' | 'no-consent';
  /** The consent covers these alone. */
  readonly channels?: readonly Channel[];
  readonly agreedToEmbargo?: boolean;
}

const press = (key: string, name: string, outlet: string, email: string, more: Partial<SampleRow> = {}): SampleRow => ({
  key,
  name,
  role: 'journalist',
  outlet,
  email,
  ...more,
});

export const SAMPLE_ROWS: readonly SampleRow[] = [
  press('rina', 'Rina Maharani', 'Harian Fajar', 'rina@harianfajar.example', {
    agreedToEmbargo: true,
    whatsapp: '+6281200000101',
  }),
  press('dimas', 'Dimas Prakoso', 'Harian Fajar', 'dimas@harianfajar.example', { agreedToEmbargo: true }),
  press('ayu', 'Ayu Pertiwi', 'Kabar Nusantara', 'ayu@kabarnusantara.example'),
  press('bagus', 'Bagus Wirawan', 'Kabar Nusantara', 'bagus@kabarnusantara.example'),
  press('citra', 'Citra Anindya', 'Radio Samudra', 'citra@radiosamudra.example'),
  press('eko', 'Eko Saputra', 'Tabloid Niaga', 'eko@tabloidniaga.example', { whatsapp: '+6281200000106' }),
  press('fitri', 'Fitri Handayani', 'Layar Kota TV', 'fitri@layarkota.example'),
  press('galih', 'Galih Permana', 'Warta Pesisir', 'galih@wartapesisir.example'),
  press('hana', 'Hana Wulandari', 'Majalah Teras', 'hana@majalahteras.example', { role: 'editor' }),
  press('indra', 'Indra Kusuma', 'Portal Daring Kini', 'indra@daringkini.example'),
  press('joko', 'Joko Santosa', 'Suara Lembah', 'joko@suaralembah.example'),
  press('kartika', 'Kartika Dewanti', 'Tabloid Niaga', 'kartika@tabloidniaga.example'),
  press('bima', 'Bima Adiguna', 'Warta Pesisir', 'bima@wartapesisir.example', { story: 'opted-out' }),
  press('laras', 'Laras Widyastuti', 'Majalah Teras', 'laras@majalahteras.example', {
    story: 'withdrew-email',
    whatsapp: '+6281200000114',
  }),
  press('yusuf', 'Yusuf Hidayat', 'Radio Samudra', 'yusuf@radiosamudra.example', { story: 'expired' }),
  {
    key: 'sekar',
    name: 'Sekar Ayuningtyas',
    role: 'kol',
    outlet: '@dapursekar',
    email: 'sekar@dapursekar.example',
    whatsapp: '+6281200000121',
    instagram: '@dapursekar',
    channels: ['email', 'whatsapp'],
  },
  {
    key: 'rangga',
    name: 'Rangga Mahesa',
    role: 'kol',
    outlet: '@jelajahrangga',
    whatsapp: '+6281200000122',
    instagram: '@jelajahrangga',
    story: 'withdrew-whatsapp',
  },
  {
    key: 'kirana',
    name: 'Kirana Lestari',
    role: 'kol',
    outlet: '@ceritakirana',
    whatsapp: '+6281200000123',
    age: 'child',
    story: 'no-consent',
  },
];
