import { type Desk, raise } from './desk.ts';
import { parsePath } from './piece-path.ts';

/**
 * What a relay did not give, found when it says that there is no more: a place missing in a log of which a later one came,
 * and whatever a colleague's signed heartbeat says they have. It may come yet; who looks is told since when it is missing.
 */
export async function missAfterPull(desk: Desk): Promise<void> {
  const { heads, beats, chain, around } = desk;
  const waiting = new Set<string>();
  for (const path of await around.store.keys('inbox', 'ops/')) {
    const name = parsePath(path);
    if (name?.kind !== 'ops') continue;
    waiting.add(`${name.device}/${name.dseq}`);
    const end = heads.get(name.device)?.dseq ?? 0;
    if (name.dseq > end + 1 && !waiting.has(`${name.device}/${name.dseq - 1}`))
      await raise(desk, { kind: 'gap', device: name.device, detail: String(end + 1), evidence: [path] });
  }
  for (const [device, beat] of beats) {
    const said = `hb/${device}/${beat.n}`;
    for (const head of beat.heads) {
      const own = heads.get(head.device);
      const name = `${head.device}/${head.dseq}`;
      if ((own?.dseq ?? 0) < head.dseq && !waiting.has(name))
        await raise(desk, { kind: 'hidden', device: head.device, detail: name, evidence: [said] });
      if (own?.dseq === head.dseq && own.hash !== head.hash)
        await raise(desk, {
          kind: 'fork',
          device: head.device,
          detail: name,
          evidence: [said, `${head.dseq}-${own.hash}`],
        });
    }
    for (const hash of beat.chain)
      if (!chain.entry(hash)) await raise(desk, { kind: 'hidden', device, detail: 'chain', evidence: [said, hash] });
  }
}
