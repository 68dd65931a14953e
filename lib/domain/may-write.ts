import { type Answer, type Because, contactability } from './contactability.ts';
import type { Channel, Purpose } from './enums.ts';
import type { Instant, PersonState } from './person.ts';

/** May this person be written to on one channel, and by what. */
export interface ByChannel {
  readonly channel: Channel;
  readonly answer: Answer;
  readonly because: readonly Because[];
}

/** The whole answer for one purpose: each channel on which the person is known, in the order in which they were noted. */
export interface MayWrite {
  readonly purpose: Purpose;
  readonly channels: readonly ByChannel[];
}

/** Without any address the answer is still one: whether they stopped us, or agreed, stands beside every channel. */
export function mayWrite(state: PersonState, purpose: Purpose, at: Instant): MayWrite {
  const known = [...new Set(state.points.map(({ channel }) => channel))];
  const channels = (known.length > 0 ? known : (['email'] as const)).map((channel): ByChannel => {
    const { answer, because } = contactability([state], { purpose, channel, at });
    return { channel, answer, because };
  });
  return { purpose, channels };
}
