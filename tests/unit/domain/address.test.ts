import { describe, expect, it } from 'vitest';
import { addressKey, normaliseAddress } from '@/lib/domain/address.ts';
import { normaliseHandle } from '@/lib/domain/handle.ts';
import { parseMailbox } from '@/lib/domain/mailbox.ts';
import { normalisePhone } from '@/lib/domain/phone.ts';

describe('a phone number', () => {
  it.each([
    '0812-3456-7890',
    '62 812 3456 7890',
    '+62 (812) 3456.7890',
    '006281234567890',
    'https://wa.me/6281234567890',
    '6281234567890@c.us',
    'tel:+62-812-3456-7890',
  ])('%s is +6281234567890', (raw) => {
    expect(normalisePhone(raw)).toBe('+6281234567890');
  });

  it('without a country code is of the region that was set', () => {
    expect(normalisePhone('020 7946 0018', 'gb')).toBe('+442079460018');
  });

  it.each(['Ibu Sari', '12345', '', 'Grup Wartawan 2026'])('%j is none', (raw) => {
    expect(normalisePhone(raw)).toBeUndefined();
  });
});

describe('a handle', () => {
  it.each([
    ['instagram_dm', '@Sari.W', 'sari.w'],
    ['instagram_dm', 'https://www.instagram.com/Sari.W/?hl=id', 'sari.w'],
    ['tiktok_dm', 'https://www.tiktok.com/@sari_w/video/1', 'sari_w'],
    ['x_dm', 'https://mobile.twitter.com/sari', 'sari'],
    ['x_dm', 'twitter.com/Sari_W', 'sari_w'],
    ['facebook_msg', 'https://m.me/sari.w', 'sariw'],
    ['facebook_msg', 'https://www.facebook.com/profile.php?id=1000123', '1000123'],
    ['linkedin_msg', 'https://id.linkedin.com/in/sari-w/', 'sari-w'],
    ['linkedin_msg', 'https://www.linkedin.com/in/Sari-W/', 'sari-w'],
    ['telegram', 't.me/sari_w', 'sari_w'],
    ['instagram_dm', 'https://instagram.com/p/abc', undefined],
    ['instagram_dm', 'https://tiktok.com/@sari', undefined],
    ['x_dm', 'sari wulandari', undefined],
  ] as const)('of %s written %s is %s', (channel, raw, handle) => {
    expect(normaliseHandle(channel, raw)).toBe(handle);
  });
});

describe('an address key', () => {
  it('is the same for WhatsApp, SMS and phone, which reach one number', () => {
    const keys = (['whatsapp', 'sms', 'phone'] as const).map((channel) => addressKey(channel, '0812 3456 7890'));
    expect(new Set(keys)).toEqual(new Set(['phone:+6281234567890']));
  });

  it('differs between networks with the same handle', () => {
    expect(addressKey('instagram_dm', '@sari')).not.toBe(addressKey('tiktok_dm', '@sari'));
  });

  it('is the same for two spellings of one mailbox', () => {
    expect(addressKey('email', 'Sari+x@harian.example')).toBe(addressKey('email', 'sari@HARIAN.example'));
  });

  it('takes a Telegram number for a number', () => {
    expect(addressKey('telegram', '+62 812 3456 7890')).toBe('phone:+6281234567890');
  });

  it.each([
    ['@ana@kabar.example', 'ana@kabar.example'],
    ['ana@kabar.example', '@Ana@Kabar.example'],
    ['@ana.bsky.example', 'ana.bsky.example'],
    ['@ana', 'Ana'],
    ['@ana:kabar.example', '@Ana:kabar.example'],
  ])('is one for %s and %s, which one person answers to', (one, other) => {
    expect(addressKey('other_chat', one)).toBe(addressKey('other_chat', other));
  });

  it.each([
    ['a Matrix id and a room', '@ana:kabar.example', '#ana:kabar.example'],
    ['a Matrix id and an account', '@ana:kabar.example', '@ana@kabar.example'],
    ['two who write in one XMPP group', 'redaksi@grup.example/ana', 'redaksi@grup.example/budi'],
    ['two accounts of one name', '@ana@kabar.example', '@ana@warta.example'],
    ['a name with a sign in it', '@@ana', '@ana'],
  ])('keeps apart %s', (_, one, other) => {
    expect(addressKey('other_chat', one)).not.toBe(addressKey('other_chat', other));
  });

  it('takes no first sign from a mailbox: with it, it is none', () => {
    expect(normaliseAddress('email', '@ana@kabar.example')).toBeUndefined();
    expect(normaliseAddress('other_chat', '@')).toBeUndefined();
  });

  it('is none for text that is no address of the channel', () => {
    expect(normaliseAddress('email', 'Sari')).toBeUndefined();
  });
});

describe('a mailbox', () => {
  it.each([
    ['Sari W <a@b.example>', { name: 'Sari W', address: 'a@b.example' }],
    ['"Wulandari, Sari" <a@b.example>', { name: 'Wulandari, Sari', address: 'a@b.example' }],
    ['a@b.example (Sari)', { name: 'Sari', address: 'a@b.example' }],
    ['<a@b.example>', { address: 'a@b.example' }],
    ['a@b.example', { address: 'a@b.example' }],
  ])('%s is read', (text, mailbox) => {
    expect(parseMailbox(text)).toEqual(mailbox);
  });
});
