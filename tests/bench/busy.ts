import type { CDPSession } from 'playwright-core';

/** Seconds that the main thread of a page has worked. `Performance.enable` comes before. */
export const busyOf = (session: CDPSession): Promise<number> => metricOf(session, 'TaskDuration');

export async function metricOf(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = metrics.find((each) => each.name === name);
  if (!metric) throw new Error(`no metric ${name}`);
  return metric.value;
}
