/**
 * Fetches and verifies one big file beside `curl` and `sha256sum`, in one run: `node bench/images.ts --megabytes 1024 --runs 3`.
 * The server is another process on this machine, so what is measured is what the fetching side costs.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { megabytes: { type: 'string', default: '1024' }, runs: { type: 'string', default: '3' } },
});
const root = resolve(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'pilotlight-bench-images-'));
const megabytes = Number(values.megabytes);

/** Writes the file that is served; answers its hash. */
function makeFile(): string {
  const hash = createHash('sha256');
  const file = openSync(join(work, 'big'), 'w');
  const block = Buffer.alloc(1024 * 1024);
  for (let index = 0; index < megabytes; index++) {
    block.writeUInt32LE(index, (index * 4096) % (block.length - 4));
    hash.update(block);
    writeSync(file, block);
  }
  closeSync(file);
  return hash.digest('hex');
}

const serverScript = `
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
const server = createServer((request, response) => {
  const file = process.argv[1] + request.url.slice('/big'.length);
  response.writeHead(200, { 'content-length': statSync(file).size });
  createReadStream(file, { highWaterMark: 1 << 20 }).pipe(response);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

async function serve(): Promise<{ url: string; close: () => void }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', serverScript, join(work, 'big')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((settle) =>
    child.stdout.once('data', (text: Buffer) => settle(text.toString().trim())),
  );
  return { url: `http://127.0.0.1:${port}/big`, close: () => child.kill() };
}

const fetchScript = `
import { imageCache } from '${root}/src/adapters/images/cache.ts';
import { downloads } from '${root}/src/adapters/images/downloads.ts';
import { signatures } from '${root}/src/adapters/images/signatures.ts';
import { fetchFile } from '${root}/src/images/fetch/fetchFile.ts';
const [url, sha256, folder, size, key] = process.argv.slice(1);
const keys = key === '' ? [] : [key];
const tools = { downloads: downloads({ idleMilliseconds: 30000, environment: {} }), cache: imageCache(folder), signatures, keys, mirrored: (each) => each, wait: async () => {} };
const signature = key === '' ? {} : { signature: url + '.sig' };
await fetchFile({ path: 'k3s/v1.0.0+k3s1/k3s', url, sha256, size: Number(size), ...signature }, tools, () => {});
tools.downloads.close();
console.log(process.resourceUsage().maxRSS);
`;

function timed(act: () => string): { seconds: number; said: string } {
  const started = performance.now();
  const said = act();
  return { seconds: (performance.now() - started) / 1000, said };
}

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return stdout.trim();
}

/** A process of its own signs: what it needs of memory would count for all that start after it. */
const signScript = `
import { createReadStream, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createMessage, generateKey, readPrivateKey, sign } from 'openpgp';
const [file] = process.argv.slice(1);
const key = await generateKey({ userIDs: [{ name: 'Bench', email: 'bench@example.org' }], type: 'ecc', format: 'armored' });
const message = await createMessage({ binary: Readable.toWeb(createReadStream(file)) });
const signingKeys = await readPrivateKey({ armoredKey: key.privateKey });
const parts = [];
for await (const part of await sign({ message, signingKeys, detached: true, format: 'binary' })) parts.push(part);
writeFileSync(file + '.sig', Buffer.concat(parts));
console.log(key.publicKey);
`;

/** One fetch by a process of its own; answers its seconds, and the most memory that it had, in MiB. */
function fetched(folder: string, key: string): { seconds: number; memory: string } {
  const { seconds, said } = timed(() =>
    run(process.execPath, [
      ...['--no-warnings', '--input-type=module', '-e', fetchScript],
      ...[server.url, sha256, folder, String(megabytes * 1024 * 1024), key],
    ]),
  );
  return { seconds, memory: (Number(said) / 1024).toFixed(0) };
}

const sha256 = makeFile();
const publicKey = run(process.execPath, ['--input-type=module', '-e', signScript, join(work, 'big')]);
const server = await serve();
try {
  for (let index = 0; index < Number(values.runs); index++) {
    const folder = join(work, `run-${index}`);
    mkdirSync(folder);
    const plain = timed(() => {
      run('curl', ['-sS', '-o', join(folder, 'big'), server.url]);
      return run('sha256sum', [join(folder, 'big')]);
    });
    if (!plain.said.startsWith(sha256)) throw new Error('curl fetched something else');
    rmSync(join(folder, 'big'));
    const synced = timed(() => {
      run('curl', ['-sS', '-o', join(folder, 'big'), server.url]);
      run('sync', [join(folder, 'big')]);
      return run('sha256sum', [join(folder, 'big')]);
    });
    rmSync(join(folder, 'big'));
    const ours = fetched(folder, '');
    rmSync(folder, { recursive: true });
    const signed = fetched(folder, publicKey);
    rmSync(folder, { recursive: true });
    console.log(
      `${megabytes} MiB · curl + sha256sum ${plain.seconds.toFixed(2)} s · with sync ${synced.seconds.toFixed(2)} s · images fetch ${ours.seconds.toFixed(2)} s, ${ours.memory} MiB of memory · with its signature ${signed.seconds.toFixed(2)} s, ${signed.memory} MiB`,
    );
  }
} finally {
  server.close();
  rmSync(work, { recursive: true, force: true });
}
