import { appendFileSync, readFileSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { updateImages } from '../../src/action/images.ts';
import { readInputs } from '../../src/action/inputs.ts';
import { outputsOf } from '../../src/action/outputs.ts';
import { createWorld } from '../../src/adapters/world.ts';
import { copyLab, useLab } from '../cli/pilotlight.ts';
import { startFileServer } from '../images/fileServer.ts';
import {
  firstVersion,
  forgetK3s,
  k3sVersion,
  mirrors,
  publishCoreos,
  publishK3s,
} from '../images/origins.ts';

useLab();

test('images tells what would change, changes the lock, and then finds nothing to change', async () => {
  const server = await startFileServer();
  const world = createWorld({ environment: { PATH: process.env.PATH }, cache: false });
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    await world.translator.close();
    await server.close();
  });
  const lock = 'inventory/images.lock.yaml';
  copyLab('inventory');
  forgetK3s(lock);
  // What the server of the test has is signed by nobody.
  appendFileSync('inventory/site.yaml', '\nimages: { keys: [] }\n');
  publishCoreos(server);
  publishK3s(server);
  for (const [name, value] of Object.entries(mirrors(server))) vi.stubEnv(name, value);
  vi.stubEnv('INPUT_COMMAND', 'images');
  // The log is the runner's, with commands to it.
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const update = async (dryRun: boolean) => {
    vi.stubEnv('INPUT_DRY-RUN', String(dryRun));
    const result = await updateImages(readInputs(), world);
    expect(result.failure).toBeUndefined();
    return outputsOf(result, false, []);
  };
  const before = readFileSync(lock, 'utf8');
  const planned = await update(true);
  expect(planned['images-summary']).toContain(k3sVersion);
  expect(readFileSync(lock, 'utf8')).toBe(before);
  const done = await update(false);
  expect(done['images-changed']).toBe('true');
  expect(done['images-summary']).toContain(firstVersion);
  expect(readFileSync(lock, 'utf8')).toContain(k3sVersion);
  expect(await update(false)).toMatchObject({ 'images-changed': 'false' });
});
