import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Bundle } from '../../action/support/bundle.ts';
import { unzip } from '../../action/support/unzip.ts';
import type { Workspace } from '../../action/support/workspace.ts';
import { compileCache } from '../../tools/compileCache.ts';
import { requireTool, type Skipping } from '../../tools/tools.ts';
import { startArtifactProxy } from './artifactProxy.ts';
import { standInArguments } from './standIns.ts';

const root = resolve(import.meta.dirname, '../../..');

/** A run of a workflow. */
export interface ActRequest {
  /** File below `.github/workflows`. */
  readonly workflow: string;
  readonly event: { readonly name: string; readonly payload: unknown };
  readonly inputs?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Folder with programs that come before those of this machine. */
  readonly programs?: string;
}

/** A line of act's log, as data. */
interface LogLine {
  readonly msg?: string;
  readonly job?: string;
  readonly jobResult?: string;
  readonly stage?: string;
  readonly step?: string;
  readonly stepResult?: string;
  readonly raw_output?: boolean;
  readonly command?: string;
  readonly arg?: string;
  readonly kvPairs?: Readonly<Record<string, string>>;
  readonly content?: string;
}

/** What came of a run. */
export interface ActRun {
  readonly code: number | null;
  readonly log: string;
  /** By the name of the job: `success`, `failure`. */
  readonly jobs: Readonly<Record<string, string>>;
  /** By the name of the step. */
  readonly steps: Readonly<Record<string, string>>;
  readonly annotations: readonly {
    readonly level: string;
    readonly message: string;
    readonly file?: string;
  }[];
  readonly summary: string;
  /** Names of the artifacts that were uploaded, sorted. */
  readonly artifacts: readonly string[];
  /** The files of an artifact. */
  readonly archive: (name: string) => ReadonlyMap<string, string>;
  /** Whether hostile text was run. */
  readonly pwned: boolean;
  /** What stand-ins kept. */
  readonly kept: (name: string) => string;
  readonly lines: readonly LogLine[];
}

/** Runs a workflow by act in host mode: real processes on this machine, a real artifact server, stand-ins for the actions of others. */
export async function act(
  context: Skipping,
  workspace: Workspace,
  bundle: Bundle,
  request: ActRequest,
): Promise<ActRun> {
  const program = requireTool('act', context);
  const around = mkdtempSync(join(workspace.around, 'act-'));
  const folders = Object.fromEntries(
    ['home', 'artifacts', 'kept', 'cache', 'temp'].map((name) => [name, join(around, name)]),
  ) as Record<'home' | 'artifacts' | 'kept' | 'cache' | 'temp', string>;
  for (const folder of Object.values(folders)) mkdirSync(folder);
  const payload = join(around, 'event.json');
  writeFileSync(payload, JSON.stringify(request.event.payload));
  const proxy = await startArtifactProxy();
  const list = (flag: string, values: Readonly<Record<string, string>> = {}) =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  const args = [
    request.event.name,
    ...['--workflows', join('.github/workflows', request.workflow), '--eventpath', payload, '--json'],
    ...[
      '-P',
      'ubuntu-24.04=-self-hosted',
      '-P',
      'self-hosted=-self-hosted',
      '--no-cache-server',
      // Two jobs of a matrix at a time get in each other's way in host mode: one of them may not run at all.
      '--concurrent-jobs=1',
      '--pull=false',
    ],
    ...['--artifact-server-path', folders.artifacts, '--artifact-server-addr', '127.0.0.1'],
    ...['--artifact-server-port', String(proxy.port), '--action-cache-path', folders.cache],
    ...['--concurrent-jobs', '2', '--remote-name', 'origin'],
    ...standInArguments(),
    ...list('--input', request.inputs),
    ...list('--secret', request.secrets),
    ...list('--var', request.variables),
    ...list('--env', {
      STAND_IN_ROOT: root,
      STAND_IN_BUNDLE: bundle.folder(),
      STAND_IN_KEPT: folders.kept,
      NO_COLOR: '1',
      ...compileCache(),
      ...request.environment,
    }),
  ];
  const environment = {
    PATH: [request.programs ?? [], dirname(process.execPath), process.env.PATH ?? ''].flat().join(':'),
    HOME: folders.home,
    TMPDIR: folders.temp,
    ACTIONS_RUNTIME_URL: proxy.url,
  };
  try {
    const { code, output } = await runProcess(program, args, workspace.folder, environment);
    return read(code, output, folders);
  } finally {
    proxy.close();
  }
}

function runProcess(
  program: string,
  args: readonly string[],
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(program, args, { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => done({ code, output }));
  });
}

function read(
  code: number | null,
  output: string,
  folders: Readonly<Record<'artifacts' | 'kept', string>>,
): ActRun {
  const lines = output.split('\n').flatMap((line): LogLine[] => {
    try {
      return [JSON.parse(line) as LogLine];
    } catch {
      return line === '' ? [] : [{ msg: line }];
    }
  });
  const archives = archivesIn(folders.artifacts);
  const results = (key: 'job' | 'step', result: 'jobResult' | 'stepResult') =>
    Object.fromEntries(
      lines.flatMap((line) =>
        line[key] !== undefined && line[result] !== undefined && (key === 'job' || line.stage === 'Main')
          ? [[line[key].trimEnd(), line[result]]]
          : [],
      ),
    ) as Record<string, string>;
  return {
    code,
    log: lines.map(({ msg = '' }) => msg).join('\n'),
    jobs: results('job', 'jobResult'),
    steps: results('step', 'stepResult'),
    annotations: lines.flatMap(({ command, arg, kvPairs }) =>
      command === 'error' || command === 'warning' || command === 'notice'
        ? [
            {
              level: command,
              message: arg ?? '',
              ...(kvPairs?.file === undefined ? {} : { file: kvPairs.file }),
            },
          ]
        : [],
    ),
    summary: lines
      .flatMap(({ command, content }) => (command === 'summary' ? [content ?? ''] : []))
      .join('\n'),
    artifacts: [...archives.keys()].sort(),
    archive: (name) => unzip(readFileSync(archives.get(name) ?? name)),
    pwned: existsSync(join(folders.kept, 'pwned')),
    kept: (name) => {
      const file = join(folders.kept, name);
      return existsSync(file) ? readFileSync(file, 'utf8') : '';
    },
    lines,
  };
}

/** Paths of the archives by the names of the artifacts: `<folder>/<run>/<name>/<name>.zip`. */
function archivesIn(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    paths.filter((path) => path.endsWith('.zip')).map((path) => [basename(path, '.zip'), join(folder, path)]),
  );
}
