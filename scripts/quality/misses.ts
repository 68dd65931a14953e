/** With `--misses`: what differed, where looking at it is allowed. */
export function tellMisses(lines: readonly string[]): void {
  if (!process.argv.includes('--misses')) return;
  for (const line of lines) console.log(`  ${line.replaceAll('\n', '⏎')}`);
}
