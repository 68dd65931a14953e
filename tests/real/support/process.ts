import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

export interface Running {
  stop(): Promise<void>;
}

/** Starts a server in the foreground and waits until its port answers. What it says goes to `log`. */
export async function startServer(
  command: string,
  args: readonly string[],
  options: { readonly port: number; readonly log: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Running> {
  // A group of its own: PHP's workers outlive their parent unless they are ended with it.
  const child = spawn(command, args, {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const lastResort = (): void => signal(child, 'SIGKILL');
  process.once('exit', lastResort);
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => appendFileSync(options.log, data));
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  await Promise.race([answers(options.port), ended]);
  if (child.exitCode !== null || child.pid === undefined)
    throw new Error(`${command} did not start, see ${options.log}`);
  return {
    async stop() {
      process.off('exit', lastResort);
      signal(child, 'SIGTERM');
      await ended;
      signal(child, 'SIGKILL');
    },
  };
}

/** To the whole group; it may be gone already. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, name);
  } catch {
    // ESRCH: nobody is left.
  }
}

/** Resolves at the first connection; a server that never listens is ended by the hook's own time limit. */
async function answers(port: number): Promise<void> {
  while (!(await connects(port))) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Whether somebody listens there. */
export const connects = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
