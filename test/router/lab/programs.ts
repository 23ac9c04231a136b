import { spawn } from 'node:child_process';

/** What a program came to. */
export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of this machine to its end. */
export function run(command: string, args: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'pipe' });
    const written = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => (written.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (written.stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ status: code ?? 255, ...written }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** Runs a program that must not fail. */
export async function must(command: string, args: readonly string[], input = ''): Promise<string> {
  const { status, stdout, stderr } = await run(command, args, input);
  if (status === 0) return stdout;
  throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr || stdout}`);
}
