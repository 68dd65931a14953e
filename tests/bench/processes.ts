import { readdirSync, readFileSync } from 'node:fs';

/**
 * What all processes that this one started have cost so far, as Linux tells (proc(5)): seconds of CPU together, and the most
 * megabytes that one of them ever had in memory. Zeros elsewhere.
 */
export function spent(): { readonly cpu: number; readonly memory: number } {
  const parents = new Map<number, number>();
  const cost = new Map<number, { readonly cpu: number; readonly memory: number }>();
  for (const pid of processes()) {
    const [stat, status] = [told(pid, 'stat'), told(pid, 'status')];
    // Behind the name, which may hold anything: state, parent, …, user and system time in hundredths of a second.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    parents.set(pid, Number(fields[1]));
    const memory = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1_024;
    cost.set(pid, { cpu: (Number(fields[11]) + Number(fields[12])) / 100 || 0, memory });
  }
  const isOurs = (pid: number | undefined): boolean => {
    const parent = pid === undefined ? undefined : parents.get(pid);
    return parent === process.pid || (parent !== undefined && parent > 1 && isOurs(parent));
  };
  const own = [...cost].filter(([pid]) => isOurs(pid)).map(([, one]) => one);
  return { cpu: own.reduce((sum, { cpu }) => sum + cpu, 0), memory: Math.max(0, ...own.map(({ memory }) => memory)) };
}

const processes = (): readonly number[] => {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
};

/** Empty where it has ended meanwhile. */
const told = (pid: number, what: 'stat' | 'status'): string => {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
};
