import { execFile } from 'node:child_process';
import type { KubeconfigChoice, Kubectl, KubectlResult } from '../../ports/kubectl.ts';
import { explainSystemError, Failure } from '../../shared/failure.ts';

/** Which cluster kubectl of this machine talks to, and in what environment. */
export interface KubeconfigOptions extends KubeconfigChoice {
  /** The environment of kubectl: what logs in to a cluster may need any of it. */
  readonly environment: NodeJS.ProcessEnv;
}

/** Objects of a cluster with a thousand nodes are some 20 MB. */
const longest = 256 * 1024 * 1024;
const stderrBytes = 8 * 1024;
const milliseconds = 180_000;

/** kubectl of this machine, with a kubeconfig. Throws a Failure where either is missing. */
export async function openKubeconfig(options: KubeconfigOptions, signal?: AbortSignal): Promise<Kubectl> {
  const { file, context, environment } = options;
  const cluster = [...(file === undefined ? [] : [`--kubeconfig=${file}`])];
  const name = context ?? (await currentContext(cluster, environment, signal));
  const chosen = [...cluster, `--context=${name}`];
  return {
    name,
    run: (arguments_, more = {}) => run([...chosen, ...arguments_], environment, more),
    reconnect: async () => {},
    close: async () => {},
  };
}

async function currentContext(
  cluster: readonly string[],
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
): Promise<string> {
  const { status, stdout, stderr } = await run(
    [...cluster, 'config', 'current-context'],
    environment,
    signal === undefined ? {} : { signal },
  );
  if (status === 0 && stdout.trim() !== '') return stdout.trim();
  throw new Failure(
    'world',
    `the kubeconfig names no cluster: ${stderr.trim() || 'it has no current context'}`,
    {
      next: 'Name its file and context, or leave it out: a server is then asked over SSH.',
    },
  );
}

async function run(
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
  { input, signal }: { readonly input?: string; readonly signal?: AbortSignal },
): Promise<KubectlResult> {
  signal?.throwIfAborted();
  const settings = {
    env: environment,
    maxBuffer: longest,
    timeout: milliseconds,
    killSignal: 'SIGKILL',
    ...(signal === undefined ? {} : { signal }),
  } as const;
  return new Promise((resolve, reject) => {
    const child = execFile('kubectl', parameters, settings, (error, stdout, stderr) => {
      if (signal?.aborted === true) reject(signal.reason);
      else if (error === null || typeof error.code === 'number')
        resolve({ status: Number(error?.code ?? 0), stdout, stderr: stderr.slice(-stderrBytes) });
      else reject(notRun(error));
    });
    // It may end before it has read what it is given.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input ?? '');
  });
}

function notRun(error: Error & { readonly code?: unknown; readonly killed?: boolean }): Failure {
  if (error.code === 'ENOENT')
    return new Failure('world', 'there is no program kubectl', {
      next: 'Install kubectl, or leave the kubeconfig out: a server is then asked over SSH.',
      cause: error,
    });
  const why =
    error.killed === true ? `it did not end within ${milliseconds / 1000} s` : explainSystemError(error);
  return new Failure('world', `kubectl cannot run: ${why}`, { cause: error });
}
