import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { useBundle } from './support/bundle.ts';
import { runAction, type StepResult } from './support/runAction.ts';
import { smallImages } from './support/storage.ts';
import { makeWorkspace, type Workspace } from './support/workspace.ts';

const bundle = useBundle();
const passphrase = 'correct horse battery staple';
const key = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase },
}).privateKey;
const secretLines = [
  ...key.split('\n').filter((line) => line.length > 3 && !line.startsWith('-')),
  passphrase,
];

/** Everything that a step leaves, but for the commands that tell the runner what to hide. */
function traces(result: StepResult): string {
  const log = result.log.replaceAll(/^::add-mask::.*$/gm, '');
  const { summary, outputs, state, changedEnvironment } = result;
  return [log, summary, JSON.stringify([outputs, state]), changedEnvironment].join('\n');
}

function expectHidden(result: StepResult): void {
  const masks = result.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message);
  const left = traces(result);
  for (const line of secretLines) {
    expect(masks).toContain(line);
    expect(left).not.toContain(line);
  }
  expect(masks.every((mask) => mask.length >= 4)).toBe(true);
}

/** A checkout whose router is behind a host that hangs up. */
async function behindBrokenHost(): Promise<Workspace> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const workspace = makeWorkspace();
  smallImages(workspace);
  const pin = 'SHA256:GtOFTGqVB+WaZeZbmKBsfDPZUiy3Gg+gLBUbxxJbAeo';
  const jump = `jump: { host: 127.0.0.1, port: ${port}, hostKeys: ["${pin}"] }`;
  workspace.edit('inventory/site.yaml', '  ssh:\n', `  ssh:\n    ${jump}\n`);
  return workspace;
}

describe('the key', () => {
  const inputs = { command: 'deploy', 'ssh-key': key, 'ssh-passphrase': passphrase };

  test('is in nothing that a deploy leaves', async () => {
    const workspace = makeWorkspace();
    smallImages(workspace);
    const environment = { RUNNER_DEBUG: '1' };
    const result = await runAction(bundle.main(), workspace, {
      inputs: { ...inputs, to: '../stick' },
      environment,
    });
    expect(result.code).toBe(0);
    expectHidden(result);
  });

  test('is in nothing that a failure leaves, and the failure is one sentence', async () => {
    const environment = { RUNNER_DEBUG: '1' };
    const result = await runAction(bundle.main(), await behindBrokenHost(), { inputs, environment });
    expect(result.code).toBe(1);
    expect(result.annotations).toHaveLength(1);
    expect(result.annotations[0]?.message).toContain('127.0.0.1');
    expectHidden(result);
  });

  test.each([
    ['one that is cut short', key.slice(0, 400), passphrase],
    ['one with another passphrase', key, 'wrong passphrase'],
    ['a text', 'this-is-not-a-key-at-all', ''],
  ])('when it is %s, is refused without showing it', async (_, text, phrase) => {
    const result = await runAction(bundle.main(), await behindBrokenHost(), {
      inputs: { ...inputs, 'ssh-key': text, 'ssh-passphrase': phrase },
    });
    expect(result.code).toBe(1);
    expect(result.annotations).toHaveLength(1);
    const lines = text.split('\n').filter((line) => line.length > 3 && !line.startsWith('-'));
    for (const line of [...lines, ...(phrase === '' ? [] : [phrase])])
      expect(traces(result)).not.toContain(line);
  });

  test('is not read by other commands', async () => {
    const result = await runAction(bundle.main(), makeWorkspace(), {
      inputs: { ...inputs, command: 'check' },
    });
    expect(result.code).toBe(0);
    expect(result.commands.map(({ name }) => name)).not.toContain('add-mask');
  });
});
