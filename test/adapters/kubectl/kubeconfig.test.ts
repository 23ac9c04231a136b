import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openKubeconfig } from '../../../src/adapters/kubectl/kubeconfig.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-kubectl-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The environment of a machine whose kubectl is a script of ours. */
function withKubectl(text: string): NodeJS.ProcessEnv {
  writeFileSync(join(folder, 'kubectl'), `#!/bin/sh\n${text}\n`);
  chmodSync(join(folder, 'kubectl'), 0o755);
  return { PATH: `${folder}:${process.env.PATH}` };
}

describe('kubectl of this machine', () => {
  test('has the name of its context, and every argument as it is', async () => {
    const environment = withKubectl('if [ "$2" = config ]; then echo lab; else printf "%s\\0" "$@"; fi');
    const kubectl = await openKubeconfig({ file: '/etc/k3s.yaml', environment });
    expect(kubectl.name).toBe('lab');
    const { stdout } = await kubectl.run(['get', "it's", '$(id)', 'a b']);
    expect(stdout.split('\0').slice(0, -1)).toEqual([
      '--kubeconfig=/etc/k3s.yaml',
      '--context=lab',
      'get',
      "it's",
      '$(id)',
      'a b',
    ]);
  });

  test('reads what it is given; its complaint is an answer', async () => {
    const environment = withKubectl('cat; echo no >&2; exit 1');
    const kubectl = await openKubeconfig({ context: 'lab', environment });
    expect(await kubectl.run(['create', '-f', '-'], { input: '{}' })).toEqual({
      status: 1,
      stdout: '{}',
      stderr: 'no\n',
    });
  });

  test('may end before it has read what it is given', async () => {
    const kubectl = await openKubeconfig({ context: 'lab', environment: withKubectl('exit 1') });
    expect((await kubectl.run(['create'], { input: 'x'.repeat(1_000_000) })).status).toBe(1);
  });

  test('ends when it is stopped', async () => {
    const kubectl = await openKubeconfig({ context: 'lab', environment: withKubectl('sleep 60') });
    const stop = new AbortController();
    const waiting = kubectl.run(['get'], { signal: stop.signal });
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await expect(kubectl.run(['get'], { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('that is not there is told, with what to do', async () => {
    await expect(openKubeconfig({ environment: { PATH: folder } })).rejects.toMatchObject({
      message: 'there is no program kubectl',
      next: expect.stringContaining('Install kubectl'),
    });
  });

  test('without a context names no cluster', async () => {
    const environment = withKubectl('echo "error: current-context is not set" >&2; exit 1');
    await expect(openKubeconfig({ environment })).rejects.toThrow(
      'the kubeconfig names no cluster: error: current-context is not set',
    );
  });

  test('that a signal ends is no answer', async () => {
    const kubectl = await openKubeconfig({ context: 'lab', environment: withKubectl('kill -9 $$') });
    await expect(kubectl.run(['get'])).rejects.toThrow('kubectl cannot run');
  });
});
