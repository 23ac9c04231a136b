import { spawn } from 'node:child_process';

/** How a program ended: its exit code and output, or undefined when it is missing, was too slow, or died. */
export type RunResult = { readonly code: number; readonly output: string } | undefined;

/** Runs a program with a text on its standard input. It gets no shell and a limited time. */
export function run(
  program: string,
  args: readonly string[],
  input: string,
  timeLimitMs: number,
): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: timeLimitMs,
      killSignal: 'SIGKILL',
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => resolve(undefined));
    child.on('close', (code) =>
      resolve(code === null ? undefined : { code, output: Buffer.concat(chunks).toString('utf8') }),
    );
    // A program that ends before it has read everything closes the pipe; its exit code tells the rest.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
