import { interrupted } from './clean.ts';
import { izin, peers } from './detectors.ts';
import { ownMessages, PARTS } from './messages.ts';
import { tellMisses } from './misses.ts';
import type { Target } from './report.ts';
import { share } from './score.ts';

const TIMES = 8;

/** Messages in which there is nothing to say: who says something nevertheless, and who would stop them. */
export async function cleanPart(): Promise<readonly Target[]> {
  const targets: Target[] = [];
  for (const part of PARTS) {
    const texts = ownMessages(part, 'clean', TIMES).map(({ text }) => text);
    console.log(`\nClean messages, ${part}: ${texts.length}; with any finding`);
    for (const { name, find } of [izin, ...peers()]) {
      let flagged = 0;
      for (const text of texts) if ((await find(text, 'ID')).length > 0) flagged++;
      console.log(`${name.padEnd(20)}${share(flagged, texts.length)}`);
    }
    const stopped = await interrupted(texts);
    console.log(`judged the whole way, T2 or worse: ${stopped.length}, ${share(stopped.length, texts.length)}`);
    if (part === 'development') tellMisses(stopped.map(({ text, rules }) => `${rules.join(', ')}: ${text}`));
    else
      targets.push({
        what: 'clean messages stopped at T2 or worse, share, held out',
        measured: stopped.length / texts.length,
        wanted: 0.005,
        atMost: true,
      });
  }
  return targets;
}
