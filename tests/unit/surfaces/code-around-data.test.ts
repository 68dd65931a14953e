// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { BoxHooks, SiteHooks } from '@/lib/surfaces/hooks.ts';
import proton from '@/lib/surfaces/proton/proton.surface.ts';
import type { Surface } from '@/lib/surfaces/surface.ts';
import zimbra from '@/lib/surfaces/zimbra/zimbra.surface.ts';
import { openLetter } from './webmail-page.ts';

/** The site under another name of its subject, as a redesign would have it. */
function corrected(surface: Surface, at: string): Surface {
  const { hooks, make } = surface.around!;
  const boxes = hooks.boxes.map((box): BoxHooks => ({ ...box, subject: { at: [at], from: 'value' } }));
  return make({ ...hooks, version: hooks.version + 1, marks: ['#app'], boxes } satisfies SiteHooks);
}

describe.each([
  ['mail.proton.me', proton, '[data-testid="composer:subject"]'],
  ['zimbra', zimbra, '[id$="_subject_control"]'],
] as const)('code around the data of %s', (host, surface, subject) => {
  it('stands around what was corrected, too', () => {
    openLetter(host, 'clean');
    const field = document.querySelector<HTMLInputElement>(subject)!;
    for (const name of [...field.getAttributeNames()].filter((name) => name !== 'value')) field.removeAttribute(name);
    field.id = 'renamed';
    field.value = 'Undangan';
    const [before] = surface.around!.make({ ...surface.around!.hooks, marks: ['#app'] }).composers(document);
    expect(before?.read()).toMatchObject({ unreadable: expect.arrayContaining(['subject']) });
    const [after] = corrected(surface, '#renamed').composers(document);
    expect(after?.read()).toMatchObject({ subject: 'Undangan', recipients: before?.read().recipients });
    expect(after?.read().unreadable).not.toContain('subject');
  });
});
