// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createCensor } from '@/lib/gate/censor.ts';
import { reportOf } from '@/lib/gate/report.ts';
import type { Composer, Surface } from '@/lib/surfaces/surface.ts';

const PAGE = `
  <form class="msg-form" id="thread-628123456789" data-testid="composer">
    <a href="/in/ayu-lestari/" title="Ayu Lestari" data-hovercard-id="ayu@harian.example">Ayu Lestari</a>
    <div role="textbox" contenteditable="true" aria-label="Message Ayu Lestari">Nomor Budi 0812 3456 7890, NIK 3174</div>
    <input name="subject" value="Rahasia besar">
    <button type="submit" class="send">Kirim</button>
  </form>`;

function report(): string {
  document.body.innerHTML = PAGE;
  const root = document.querySelector('form');
  if (!root) throw new Error('no form');
  const composer = { root, read: () => ({ unreadable: ['send'] }) } as unknown as Composer;
  const hooks = {
    version: 3,
    boxes: [
      { name: 'message', root: ['.msg-form'], send: ['button.send', '[data-gone]'], who: { title: { at: ['a'] } } },
    ],
  };
  const surface = { id: 'linkedin', hooks } as unknown as Surface;
  const made = reportOf({ surface, composer });
  return JSON.stringify(made);
}

describe('a report of what the adapter sees', () => {
  it('holds no word of the message, no name, no address and no number', () => {
    const text = report();
    for (const said of [
      'Ayu',
      'Lestari',
      'lestari',
      'harian',
      'Budi',
      'Nomor',
      '0812',
      '7890',
      '3174',
      'Rahasia',
      '628123',
      'Kirim',
    ])
      expect(text).not.toContain(said);
  });

  it('keeps what a site is recognised by', () => {
    const text = report();
    for (const kept of [
      'msg-form',
      'data-testid=\\"composer\\"',
      'role=\\"textbox\\"',
      'name=\\"subject\\"',
      'class=\\"send\\"',
    ])
      expect(text).toContain(kept);
  });

  it('says which hook finds how much', () => {
    const text = report();
    expect(text).toContain('message.send[0] 1');
    expect(text).toContain('message.send[1] 0');
    expect(text).toContain('message.who.title.at[0] 1');
  });

  it('gives one address one mark within a report and another in the next', () => {
    const [one, other] = [createCensor('a'), createCensor('b')];
    const first = one('ayu@harian.example, lalu ayu@harian.example');
    const [mark = ''] = first.match(/#[0-9a-f]{8}/) ?? [];
    expect(first).toBe(`${mark}, xxxx ${mark}`);
    expect(other('ayu@harian.example')).not.toBe(mark);
  });
});
