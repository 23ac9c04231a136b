/**
 * Measures a deploy beside OpenSSH, rsync, tar and Ansible, all to the same dropbear on this machine. `npm run bench -- --deploy`, as root.
 * Nobody else brings what was written to the disk (sync) or looks whether it is whole.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { type Router, startRouter } from '../test/router/lab/router.ts';
import type { DeployTask } from './deployOnce.ts';
import { bigFile, type Load, smallFiles } from './deployTargets.ts';
import { measure } from './measure.ts';

interface Ours {
  /** Seconds from the start of the process until all bytes were there, and until it ended. */
  readonly there: number;
  readonly seconds: number;
  /** Bytes of memory. */
  readonly peak: number;
}

/** What everything is measured with. */
interface Bench {
  readonly work: string;
  readonly router: Router;
  readonly program: string;
  readonly runs: number;
  /** Options of ssh and scp. */
  readonly options: readonly string[];
}

/** Measures all rows, each the median of some runs. */
export async function benchDeploy(sizes: readonly number[], runs: number): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'pilotlight-bench-'));
  const router = await startRouter({ userland: 'debian', stickBytes: 8 * 2 ** 30 });
  try {
    const program = join(work, 'deploy.mjs');
    buildSync({
      entryPoints: [join(import.meta.dirname, 'deployOnce.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      minify: true,
      external: ['cpu-features', '*.node'],
      banner: { js: requireForBundles },
    });
    writeFileSync(join(work, 'key'), router.clientKey, { mode: 0o600 });
    writeFileSync(join(work, 'known_hosts'), `${router.hostKey}\n`);
    const options = [
      '-F',
      'none',
      '-i',
      join(work, 'key'),
      '-o',
      `UserKnownHostsFile=${join(work, 'known_hosts')}`,
    ];
    const bench: Bench = { work, router, program, runs, options };
    console.log(
      `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, load ${loadavg()[0]?.toFixed(1)}`,
    );
    for (const size of sizes) await upload(bench, size);
    await tree(bench);
    console.log(`load at the end ${loadavg()[0]?.toFixed(1)}`);
  } finally {
    await router.close();
    rmSync(work, { recursive: true });
  }
}

const requireForBundles = `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url), __dirname = import.meta.dirname, __filename = import.meta.filename;`;

async function upload(bench: Bench, megabytes: number): Promise<void> {
  const load = await bigFile(bench.work, megabytes);
  const target = '/mnt/usb/bench/big';
  const cat = () => ssh(bench, `cat >${target}`, load.file);
  const sum = () => ssh(bench, `sha256sum ${target}`);
  const ours = await deploys(bench, load);
  const rows = {
    'ssh cat': await timed(bench, cat),
    'scp -O': await timed(bench, () =>
      run('scp', ['-O', '-q', ...portOptions(bench, '-P'), load.file, `root@127.0.0.1:${target}`]),
    ),
    rsync: await timed(bench, () =>
      run('rsync', ['-e', remoteShell(bench), load.file, `root@127.0.0.1:${target}`]),
    ),
  };
  const verified = await timed(bench, () => cat() + sum());
  table(`${megabytes} MiB, bytes there`, ours.there, rows, ours.peak);
  table(`${megabytes} MiB, verified and switched`, ours.seconds, { 'ssh cat + ssh sha256sum': verified });
  rmSync(load.file);
}

async function tree(bench: Bench): Promise<void> {
  const load = smallFiles(bench.work, 'tree', 2000);
  const target = '/mnt/usb/bench/tree';
  const sums = join(bench.work, 'sums');
  writeFileSync(sums, load.wanted.files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));
  const archive = () =>
    run('sh', [
      '-c',
      `tar -C "$0" -cf - . | ssh ${bench.options.join(' ')} -p ${bench.router.port} root@127.0.0.1 'mkdir -p ${target} && tar -C ${target} -xf -'`,
      load.folder,
    ]);
  const rsync = () =>
    run('rsync', ['-r', '-t', '-e', remoteShell(bench), `${load.folder}/`, `root@127.0.0.1:${target}`]);
  const ours = await deploys(bench, load);
  const verified = await timed(
    bench,
    () => archive() + ssh(bench, `cd ${target} && sha256sum -c --quiet`, sums),
  );
  table(
    '2,000 files of 10 KB, bytes there',
    ours.there,
    { 'tar | ssh tar': await timed(bench, archive), rsync: await timed(bench, rsync) },
    ours.peak,
  );
  table('2,000 files of 10 KB, verified and switched', ours.seconds, {
    'tar | ssh tar + ssh sha256sum -c': verified,
  });

  const again = median(Array.from({ length: bench.runs }, () => deployOnce(bench, load)));
  rsync();
  const nothing = { rsync: middle(Array.from({ length: bench.runs }, rsync)) };
  table('2,000 files of 10 KB, nothing to do', again.seconds, nothing, again.peak);

  // A tenth: with all of them Ansible takes longer than the rest of the bench.
  const tenth = smallFiles(bench.work, 'tenth', 200);
  await deploys(bench, tenth);
  const tenthAgain = median(Array.from({ length: bench.runs }, () => deployOnce(bench, tenth)));
  table('200 files of 10 KB, nothing to do', tenthAgain.seconds, ansible(bench, tenth), tenthAgain.peak);
}

/** Ansible's copy of a tree, when all of it is there: it needs Python on the other side, which this one has. */
function ansible(bench: Bench, load: Load): { readonly 'ansible copy'?: number } {
  if (spawnSync('ansible', ['--version']).status !== 0) return {};
  const common = `${bench.options.join(' ')} -o ControlPath=${join(bench.work, 'master')}`;
  const vars = `ansible_port=${bench.router.port} ansible_user=root ansible_python_interpreter=/usr/bin/python3 ansible_ssh_transfer_method=piped ansible_pipelining=true`;
  const copy = () =>
    run('ansible', [
      'all',
      '-i',
      '127.0.0.1,',
      '-e',
      vars,
      '-e',
      `ansible_ssh_common_args='${common}'`,
      '-m',
      'copy',
      '-a',
      `src=${load.folder}/ dest=/mnt/usb/bench/ansible/`,
    ]);
  // Filled by rsync: Ansible would take minutes for that, too.
  run('rsync', ['-r', '-e', remoteShell(bench), `${load.folder}/`, 'root@127.0.0.1:/mnt/usb/bench/ansible']);
  return { 'ansible copy': copy() };
}

async function deploys(bench: Bench, load: Load): Promise<Ours> {
  const all: Ours[] = [];
  for (let i = 0; i < bench.runs; i += 1) {
    await clear(bench);
    all.push(deployOnce(bench, load));
  }
  return median(all);
}

function deployOnce({ work, router, program }: Bench, load: Load): Ours {
  const task: DeployTask = {
    port: router.port,
    hostKey: router.hostKey.replace(/^\S+ /, ''),
    clientKey: router.clientKey,
    url: router.url,
    ...load,
  };
  const file = join(work, 'task.json');
  const peakFile = join(work, 'peak');
  writeFileSync(file, JSON.stringify(task));
  const hook = join(import.meta.dirname, 'peakMemory.mjs');
  const started = performance.now();
  const env = { ...process.env, BENCH_PEAK: peakFile };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', hook, program, file], {
    env,
    encoding: 'utf8',
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`the deploy ended with ${status}: ${stderr.slice(-1000)}`);
  const { there, end } = JSON.parse(stdout) as { there: number; end: number };
  return {
    there: seconds - (end - there),
    seconds,
    peak: Number(spawnSync('cat', [peakFile], { encoding: 'utf8' }).stdout),
  };
}

async function clear({ router }: Bench): Promise<void> {
  await router.exec('rm -rf /mnt/usb/bench /mnt/usb/pilotlight; mkdir -p /mnt/usb/bench; sync');
}

async function timed(bench: Bench, action: () => number): Promise<number> {
  const all: number[] = [];
  for (let i = 0; i < bench.runs; i += 1) {
    await clear(bench);
    all.push(action());
  }
  return middle(all);
}

const run = (command: string, args: readonly string[]): number =>
  measure(command, args, { cwd: '/' }).seconds;

function portOptions({ options, router }: Bench, flag: '-p' | '-P'): string[] {
  return [...options, flag, `${router.port}`];
}

const remoteShell = (bench: Bench): string => ['ssh', ...portOptions(bench, '-p')].join(' ');

function ssh(bench: Bench, command: string, input = '/dev/null'): number {
  return run('sh', ['-c', `exec ${remoteShell(bench)} root@127.0.0.1 "$0" <"$1"`, command, input]);
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function median(all: readonly Ours[]): Ours {
  const pick = (key: keyof Ours) => middle(all.map((each) => each[key]));
  return { there: pick('there'), seconds: pick('seconds'), peak: Math.max(...all.map(({ peak }) => peak)) };
}

function table(
  what: string,
  ours: number,
  others: Readonly<Record<string, number | undefined>>,
  peak?: number,
): void {
  const memory = peak === undefined ? '' : `, at most ${Math.round(peak / 1e6)} MB`;
  console.log(`\n${what}\n  pilotlight ${ours.toFixed(2)} s${memory}`);
  for (const [name, seconds] of Object.entries(others)) {
    if (seconds !== undefined)
      console.log(
        `  ${name} ${seconds.toFixed(2)} s: pilotlight is ${(seconds / ours).toFixed(2)} × as fast`,
      );
  }
}
