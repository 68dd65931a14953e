import { describe, expect, it } from 'vitest';
import { listOf, preview, told } from './lists.ts';

const csv = (...rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) => cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
    .join('\n');
const summary = async (text: string) => {
  const { ops } = await preview(text);
  return ops.map(({ changes }) => ({
    set: changes.flatMap((change) => (change.kind === 'person' ? [change.set] : []))[0],
    points: changes.flatMap((change) =>
      change.kind === 'point' ? [`${change.point.channel} ${change.point.address}`] : [],
    ),
    blocks: changes.flatMap((change) => (change.kind === 'suppression' ? [change.suppression.scope] : [])),
  }));
};

describe('an export of Google Contacts', () => {
  it('with the headings of before 2024 brings its groups together', async () => {
    const text = csv(
      [
        'Name',
        'Given Name',
        'Family Name',
        'Birthday',
        'Group Membership',
        'E-mail 1 - Type',
        'E-mail 1 - Value',
        'IM 1 - Service',
        'IM 1 - Value',
        'Phone 1 - Type',
        'Phone 1 - Value',
        'Phone 2 - Type',
        'Phone 2 - Value',
        'Organization 1 - Name',
        'Organization 1 - Title',
        'Website 1 - Value',
      ],
      [
        'Sari Dewi',
        'Sari',
        'Dewi',
        '1980-03-15',
        '* myContacts ::: Media',
        '* Work',
        's@a.example ::: s2@a.example',
        'Telegram',
        '@sari_dewi',
        'WhatsApp',
        '0812 3456 7890',
        'Work Fax',
        '021 555 0000',
        'Harian Fajar',
        'Reporter',
        'https://instagram.com/sari.kol',
      ],
    );
    expect((await listOf(text)).layout).toBe('google');
    expect(await summary(text)).toEqual([
      {
        set: expect.objectContaining({
          name: 'Sari Dewi',
          outlet: 'Harian Fajar',
          role: 'journalist',
          groups: ['Media'],
        }),
        points: [
          'email s@a.example',
          'email s2@a.example',
          'telegram @sari_dewi',
          'whatsapp 0812 3456 7890',
          'instagram_dm https://instagram.com/sari.kol',
        ],
        blocks: [],
      },
    ]);
  });

  it('with the headings since 2024 joins the parts of a name', async () => {
    const text = csv(
      [
        'First Name',
        'Middle Name',
        'Last Name',
        'Name Prefix',
        'Name Suffix',
        'Nickname',
        'File As',
        'Organization Name',
        'Organization Title',
        'Labels',
        'E-mail 1 - Label',
        'E-mail 1 - Value',
        'Phone 1 - Label',
        'Phone 1 - Value',
        'Custom Field 1 - Label',
        'Custom Field 1 - Value',
      ],
      [
        'Muh.',
        '',
        'Rizki',
        'Bapak',
        'S.Sos.',
        'Iki',
        '',
        'Radio Samudra',
        'Editor',
        '* myContacts ::: * starred ::: Radio',
        '* ',
        'r@a.example',
        'Mobile',
        '0813 1111 2222',
        'Topik',
        'laut, ikan',
      ],
    );
    expect(await summary(text)).toEqual([
      {
        set: expect.objectContaining({
          name: 'Muh. Rizki, S.Sos.',
          honorific: 'Bapak',
          nicknames: ['Iki'],
          groups: ['Radio'],
          topics: ['laut', 'ikan'],
          role: 'editor',
        }),
        points: ['email r@a.example', 'phone 0813 1111 2222'],
        blocks: [],
      },
    ]);
  });
});

describe('an export of Outlook', () => {
  it('has its title in front of the name, three addresses, and no fax', async () => {
    const text = csv(
      [
        'Title',
        'First Name',
        'Last Name',
        'Suffix',
        'Company',
        'Job Title',
        'E-mail Address',
        'E-mail Type',
        'E-mail Display Name',
        'E-mail 2 Address',
        'Business Phone',
        'Mobile Phone',
        'Business Fax',
        'Home Street',
        'Birthday',
        'Categories',
        'Notes',
      ],
      [
        'Ibu',
        'Sari',
        'Dewi',
        '',
        'Harian Fajar',
        'Reporter',
        's@a.example',
        'SMTP',
        'Sari (s@a.example)',
        's2@a.example',
        '021 555 0001',
        '0812 3456 7890',
        '021 555 0002',
        'Jl. Contoh 1',
        '1980-03-15',
        'Media;Ekonomi',
        '',
      ],
    );
    expect((await listOf(text)).layout).toBe('outlook');
    expect(await summary(text)).toEqual([
      {
        set: expect.objectContaining({
          name: 'Sari Dewi',
          honorific: 'Ibu',
          outlet: 'Harian Fajar',
          role: 'journalist',
          groups: ['Media', 'Ekonomi'],
        }),
        points: ['email s@a.example', 'email s2@a.example', 'phone 021 555 0001', 'phone 0812 3456 7890'],
        blocks: [],
      },
    ]);
  });
});

describe('exports of mailing and media tools', () => {
  it('take an unsubscription from HubSpot as a block of e-mail, and no status as consent', async () => {
    const text = csv(
      [
        'Record ID',
        'First Name',
        'Last Name',
        'Email',
        'Phone Number',
        'Company name',
        'Lifecycle Stage',
        'Create Date',
        'Unsubscribed from all email',
      ],
      ['1', 'Sari', 'Dewi', 's@a.example', '', 'Harian Fajar', 'lead', '2026-01-02', 'true'],
      ['2', 'Budi', 'Santoso', 'b@a.example', '', '', 'lead', '2026-01-02', 'false'],
    );
    expect((await listOf(text)).layout).toBe('hubspot');
    expect((await summary(text)).map(({ blocks }) => blocks)).toEqual([[{ channel: 'email' }], []]);
  });

  it('take those who left a Mailchimp audience as blocked, and leave addresses of machines out', async () => {
    const text = csv(
      [
        'Email Address',
        'First Name',
        'Last Name',
        'MEMBER_RATING',
        'OPTIN_TIME',
        'OPTIN_IP',
        'UNSUB_TIME',
        'LEID',
        'EUID',
        'TAGS',
      ],
      [
        's@a.example',
        'Sari',
        'Dewi',
        '2',
        '2025-01-01 10:00:00',
        '192.0.2.7',
        '2026-02-01 10:00:00',
        '1',
        'x',
        '"Press","Tech"',
      ],
    );
    expect((await listOf(text)).layout).toBe('mailchimp');
    const [person] = await summary(text);
    expect(person).toEqual({
      set: expect.objectContaining({ name: 'Sari Dewi', groups: ['Press', 'Tech'] }),
      points: ['email s@a.example'],
      blocks: [{ channel: 'email' }],
    });
    expect(JSON.stringify((await preview(text)).ops)).not.toMatch(/192\.0\.2|"given"/);
  });

  it('read a media list with its outlet, beats and handle', async () => {
    const text = csv(
      ['Name', 'Title', 'Outlets', 'Email', 'Twitter handle', 'Beats', 'Location', 'Muck Rack URL'],
      [
        'Sari Dewi',
        'Senior Reporter',
        'Harian Fajar',
        's@a.example',
        '@saridewi',
        'Energy; Water',
        'Jakarta',
        'https://muckrack.example/sari',
      ],
    );
    expect((await listOf(text)).layout).toBe('muck_rack');
    expect(await summary(text)).toEqual([
      {
        set: expect.objectContaining({ outlet: 'Harian Fajar', role: 'journalist', topics: ['Energy', 'Water'] }),
        points: ['email s@a.example', 'x_dm @saridewi'],
        blocks: [],
      },
    ]);
  });
});

describe('a list without headings', () => {
  it('keeps its first row, and says that nothing stands above it', async () => {
    const list = await listOf('Sari,s@a.example,0812 3456 7890\nBudi,b@a.example,\n');
    expect(list.header).toEqual(['', '', '']);
    expect(list.rows).toHaveLength(2);
    expect(list.warned).toEqual([{ key: 'import_warn_no_heading' }]);
  });
});

describe('several addresses in one cell', () => {
  it('are told apart by the signs that people use, and each that is none is said', async () => {
    const result = await preview(
      'Nama,Email,WA\nSari,s@a.example; s2@a.example,0812 3456 7890 / 0813 1111 2222\nBudi,b@a.example,0812 3456 7890 / kantor\n',
    );
    expect(told(result)).toEqual(['2: new', '3: doubtful import_doubt_other import_doubt_address import_remark_twin']);
    expect(result.ops[0]?.changes.flatMap((change) => (change.kind === 'point' ? [change.point.address] : []))).toEqual(
      ['s@a.example', 's2@a.example', '0812 3456 7890', '0813 1111 2222'],
    );
  });
});
