import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { parseS3Url } from '../../../src/adapters/s3/place.ts';
import { useBundle } from '../../action/support/bundle.ts';
import { copyLab, edit, pilotlight, useLab } from '../../cli/pilotlight.ts';
import { requireTool, type Skipping } from '../../tools/tools.ts';

const accessKey = 'AKIDTESTTESTTEST';
const secretKey = 'c2VjcmV0LXNlY3JldC1zZWNyZXQ';

const bundle = useBundle();
useLab();
beforeEach(() => {
  copyLab('inventory');
  vi.stubEnv('AWS_ACCESS_KEY_ID', accessKey);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', secretKey);
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
});

/** A server of object storage that checks signatures, with one bucket, `releases`. */
interface Server {
  readonly url: string;
  /** Folder of the bucket. */
  readonly bucket: string;
}

async function serve(context: Skipping): Promise<Server> {
  const program = requireTool('versitygw', context);
  for (const name of ['objects', 'notes']) rmSync(name, { recursive: true, force: true });
  for (const name of ['objects/releases', 'notes']) mkdirSync(name, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = [
    '--port',
    `127.0.0.1:${port}`,
    '--quiet',
    'posix',
    '--sidecar',
    resolve('notes'),
    resolve('objects'),
  ];
  const env = { ROOT_ACCESS_KEY: accessKey, ROOT_SECRET_KEY: secretKey, HOME: process.cwd() };
  const child = spawn(program, args, { env, stdio: 'ignore' });
  onTestFinished(() => void child.kill());
  await vi.waitFor(() => fetch(url), { timeout: 60_000, interval: 50 });
  return { url, bucket: resolve('objects/releases') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

const publish = (to: string, endpoint: string) => pilotlight(['publish', '--to', to, '--endpoint', endpoint]);

/** Files below a folder, and when each was written. */
function written(folder: string): Map<string, number> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return new Map(files.map((path) => [path, statSync(join(folder, path)).mtimeMs]));
}

test('a release lies there whole before anything points to it, and is sent once', async (context) => {
  const { url, bucket } = await serve(context);
  const first = await publish('s3://releases/lab', url);
  expect(first.code, first.stderr).toBe(0);
  const [, id = ''] = /✓ release ([0-9a-f]{64})\n/.exec(first.stdout) ?? [];
  expect(first.stdout).toMatch(
    / {2}\d+ objects uploaded, 0 there already, in s3:\/\/releases\/lab\/releases\/[0-9a-f]{64}; current now\n/,
  );
  await pilotlight(['publish', '--out', 'local']);
  for (const path of ['manifest.json', 'boot.ipxe', 'nodes/lenovo1.lab.home.lerenn.net/config.ign'])
    expect(readFileSync(join(bucket, 'lab/releases', id, path), 'utf8')).toBe(
      readFileSync(join('local/releases', id, path), 'utf8'),
    );
  expect(JSON.parse(readFileSync(join(bucket, 'lab/current.json'), 'utf8'))).toEqual({
    version: 1,
    site: 'lab',
    release: id,
  });
  expect(readFileSync(join(bucket, 'lab/boot.ipxe'), 'utf8')).toContain(`\nchain releases/${id}/boot.ipxe\n`);
  const before = written(bucket);
  const [manifest = 0, pointer = 0] = [`lab/releases/${id}/manifest.json`, 'lab/current.json'].map((path) =>
    before.get(path),
  );
  for (const [path, time] of before)
    if (path.startsWith('lab/releases/')) expect(time).toBeLessThanOrEqual(manifest);
  expect(pointer).toBeGreaterThanOrEqual(manifest);

  const again = await publish('s3://releases/lab', url);
  expect(again.stdout).toMatch(/ 0 objects uploaded, \d+ there already.*; current already\n/);
  expect(written(bucket)).toEqual(before);

  rmSync(join(bucket, 'lab/releases', id, 'manifest.json'));
  rmSync(join(bucket, 'lab/releases', id, 'boot.ipxe'));
  expect((await publish('s3://releases/lab', url)).stdout).toMatch(/ 2 objects uploaded, /);
  rmSync(join(bucket, 'lab/releases', id, 'boot.ipxe'));
  expect((await publish('s3://releases/lab', url)).stdout).toMatch(/ 1 object uploaded, /);

  // One of several sites has its folder also when it is published alone.
  mkdirSync('several/other', { recursive: true });
  cpSync('inventory', 'several/lab', { recursive: true });
  writeFileSync('several/other/site.yaml', 'domain: other.example.org\n');
  const to = ['publish', '--to', 's3://releases/all', '--endpoint', url];
  expect((await pilotlight(['-i', 'several', '--site', 'lab', ...to])).stdout).toContain(
    'releases/all/lab/releases/',
  );
  expect(readdirSync(join(bucket, 'all'))).toEqual(['lab']);

  edit('inventory/site.yaml', 'max-pods=200', 'max-pods=201');
  expect((await publish('s3://releases/lab', url)).stdout).toMatch(/; current now\n/);
  expect(readdirSync(join(bucket, 'lab/releases'))).toHaveLength(2);
});

test('what cannot be done is said without a word of the keys', async (context) => {
  const { url, bucket } = await serve(context);
  const no = async (to: string, why: string, code = 3) => {
    const run = await publish(to, url);
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code, stderr: expect.stringContaining(why) });
    expect(run.stdout + run.stderr).not.toMatch(new RegExp(`${accessKey}|${secretKey}`));
  };
  await no('s3://nothing', 'there is no such bucket');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', `${secretKey}x`);
  await no('s3://releases', 'access was denied');
  expect(readdirSync(bucket)).toEqual([]);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', secretKey);
  const { stdout } = await publish('s3://releases', url);
  const [, id = ''] = /✓ release ([0-9a-f]{64})\n/.exec(stdout) ?? [];
  rmSync(join(bucket, 'releases', id, 'manifest.json'));
  const notes = readdirSync('notes', { recursive: true, encoding: 'utf8' }).filter((path) =>
    /boot\.ipxe/.test(path),
  );
  expect(notes.length).toBeGreaterThan(0);
  rmSync('notes', { recursive: true });
  mkdirSync('notes');
  writeFileSync(join(bucket, 'releases', id, 'boot.ipxe'), '#!ipxe\nchain http://mallory.example/\n');
  await no('s3://releases', 'is there already, with other content', 4);
});

test('nobody listens there', async () => {
  const { code, stderr } = await publish('s3://releases', `http://127.0.0.1:${await freePort()}`);
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('nothing listens there') });
});

test('the client is whole in what is shipped', () => {
  const args = ['publish', '--to', 's3://releases', '--endpoint', 'http://127.0.0.1:9'];
  const { status, stderr } = spawnSync(process.execPath, [join(bundle.folder(), 'cli.js'), ...args], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringContaining('nothing listens there') });
});

test.each(['s3://', 's3://B', 'https://x', 's3://bucket/../x', 's3://bucket/a//b', 's3://bucket/a?b'])(
  '%s names no place',
  (url) => expect(() => parseS3Url(url)).toThrow('names no place in a bucket'),
);

test('a place is a bucket and a prefix', () => {
  expect(parseS3Url('s3://my-bucket')).toEqual({ bucket: 'my-bucket', prefix: '' });
  expect(parseS3Url('s3://my-bucket/a/b/')).toEqual({ bucket: 'my-bucket', prefix: 'a/b' });
});
