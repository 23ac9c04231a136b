import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireTool, type Skipping } from '../../../tools/tools.ts';
import type { ShellKind } from './localShell.ts';

/** A folder on which file systems are mounted that nobody else sees. They go with the process that keeps them. */
export interface MountNamespace {
  /** Where something may be mounted. */
  readonly point: string;
  /** Runs a command inside, which must end well. Answers what it printed. */
  run(command: string, ...args: readonly string[]): string;
  /** The same shell, inside. */
  inside(kind: ShellKind): ShellKind;
  end(): Promise<void>;
}

/** Only root may mount. Under CI that fails the test; elsewhere it is skipped by name. */
export function requireRoot(context: Skipping): void {
  if (process.getuid?.() === 0) return;
  if (process.env.CI === 'true') throw new Error('needs root: file systems are mounted');
  context.skip('needs root');
}

/** Makes a namespace, with an empty folder of a name to mount on. */
export async function startMountNamespace(name: string, context: Skipping): Promise<MountNamespace> {
  const folder = await mkdtemp(join(tmpdir(), 'pilotlight-mounts-'));
  const point = join(folder, name);
  const script = 'mkdir "$1" && echo ready && exec cat';
  const keeper = spawn('unshare', ['--mount', '--propagation', 'private', 'sh', '-c', script, 'sh', point], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(keeper.stdout, 'data');
  const enter = [requireTool('nsenter', context), '--target', `${keeper.pid}`, '--mount', '--'];
  return {
    point,
    run: (command, ...args) => {
      const [program = '', ...first] = [...enter, command, ...args];
      const { status, stdout, stderr } = spawnSync(program, first, { encoding: 'utf8' });
      if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
      return stdout;
    },
    inside: (kind) => ({ ...kind, command: [...enter, ...kind.command] }),
    end: async () => {
      keeper.stdin.end();
      await once(keeper, 'close');
      await rm(folder, { recursive: true });
    },
  };
}
