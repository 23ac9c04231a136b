import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useBundle } from './support/bundle.ts';
import { runAction, type Step } from './support/runAction.ts';
import { smallImages } from './support/storage.ts';
import { makeWorkspace, type Workspace } from './support/workspace.ts';

const bundle = useBundle();
const inputs = { command: 'deploy', to: '../stick', 'lock-timeout': '0' };

/** A checkout with an image that takes a moment to deploy. */
function withBigImage(): Workspace {
  const workspace = makeWorkspace();
  smallImages(workspace, 256 * 1024 * 1024);
  return workspace;
}

/** Sends a signal, once, when the upload of the images begins. */
function atUpload(signal: NodeJS.Signals): NonNullable<Step['watch']> {
  let sent = false;
  return (output, kill) => {
    if (sent || !output.includes('uploading')) return;
    sent = true;
    kill(signal);
  };
}

test.each(['SIGINT', 'SIGTERM'] as const)('a job that is cancelled by %s ends in order', async (signal) => {
  const workspace = withBigImage();
  const main = await runAction(bundle.main(), workspace, { inputs, watch: atUpload(signal) });
  expect(main.code).toBe(1);
  expect(main.annotations.at(-1)?.message).toContain('the run was stopped');
  expect(main.summary).toContain('deploy of lab');
  const post = await runAction(bundle.post(), workspace, { inputs, state: main.state });
  expect(post.code).toBe(0);
  expect(post.log).toContain('the lock of lab had been given back already');
  const next = await runAction(bundle.main(), workspace, { inputs });
  expect(next.code).toBe(0);
  expect(next.outputs.changed).toBe('true');
});

test('the end of the step gives back the lock of a run that was killed', async () => {
  const workspace = withBigImage();
  const main = await runAction(bundle.main(), workspace, { inputs, watch: atUpload('SIGKILL') });
  expect(main.code).toBe(null);
  expect(JSON.parse(main.state.locks ?? '')).toEqual([
    {
      site: 'lab',
      target: { kind: 'directory', storage: join(workspace.folder, '../stick') },
      token: expect.stringMatching(/^[0-9a-f]{32}$/),
    },
  ]);
  const post = await runAction(bundle.post(), workspace, { inputs, state: main.state });
  expect(post.code).toBe(0);
  expect(post.annotations).toEqual([]);
  expect(post.log).toContain('the lock of lab was given back');
  const again = await runAction(bundle.post(), workspace, { inputs, state: main.state });
  expect(again.log).toContain('had been given back already');
  const next = await runAction(bundle.main(), workspace, { inputs });
  expect(next.code).toBe(0);
});

test('the end of a step without a lock says nothing', async () => {
  for (const state of [{}, { locks: '[]' }]) {
    const post = await runAction(bundle.post(), makeWorkspace(), { inputs, state });
    expect([post.code, post.log]).toEqual([0, '']);
  }
});

test('the end of a step never fails the job', async () => {
  const host = { host: '127.0.0.1', port: 1, user: 'root', hostKeys: [] };
  const target = { kind: 'shell', destination: host, storage: '/mnt/usb', mount: 'required' };
  const states = [JSON.stringify([{ site: 'lab', target, token: 'a' }]), 'no JSON', '[{}]'];
  for (const locks of states) {
    const post = await runAction(bundle.post(), makeWorkspace(), { inputs, state: { locks } });
    expect(post.code).toBe(0);
    expect(post.annotations.map(({ name }) => name)).toEqual(['warning']);
    expect(post.annotations[0]?.message).toContain('the lock could not be given back');
    expect(post.log).not.toMatch(/\n\s+at /);
  }
});
