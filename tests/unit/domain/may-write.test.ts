import { describe, expect, it } from 'vitest';
import { mayWrite } from '@/lib/domain/may-write.ts';
import { aConsent, aPerson, aSuppression, NOW } from './builders.ts';

const answers = (state: Parameters<typeof mayWrite>[0]) =>
  mayWrite(state, 'pr_media', NOW).channels.map(({ channel, answer }) => [channel, answer]);

describe('may this person be written to', () => {
  it('answers for each channel on which the person is known', () => {
    const sari = aPerson({ phone: '+6281255501001' }, { records: [aConsent()] });
    expect(answers(sari)).toEqual([
      ['email', 'allow'],
      ['whatsapp', 'ask_first'],
    ]);
  });

  it('says no on each where the person asked not to be written to at all', () => {
    const sari = aPerson({ phone: '+6281255501001' }, { records: [aConsent()], suppressions: [aSuppression()] });
    expect(answers(sari).map(([, answer]) => answer)).toEqual(['block', 'block']);
    expect(mayWrite(sari, 'pr_media', NOW).channels[0]?.because[0]?.kind).toBe('suppression');
  });

  it('has an answer for somebody without an address', () => {
    expect(answers(aPerson({}, { points: [], suppressions: [aSuppression()] }))).toEqual([['email', 'block']]);
  });
});
