/**
 * Deploys a folder of files and one big file to a router, with what the program has for it, as `dist/cli.js` would. Bundled and measured by
 * bench/deploy.ts. Its argument is {@link DeployTask} in JSON; on standard output it says when all bytes were there.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { http } from '../src/adapters/http/get.ts';
import { imageFolder } from '../src/adapters/images/folder.ts';
import { remoteShells } from '../src/adapters/ssh/remoteShells.ts';
import { openShellStorage } from '../src/adapters/storage/shell/openShellStorage.ts';
import type { WantedRelease } from '../src/deploy/plan/wanted.ts';
import { deploy } from '../src/deploy/run/deploy.ts';
import type { StreamedFile } from '../src/ports/storage.ts';

/** What is deployed, and where. */
export interface DeployTask {
  readonly port: number;
  readonly hostKey: string;
  readonly clientKey: string;
  readonly url: string;
  /** Folder that small files are read from, by path. */
  readonly folder: string;
  readonly images: string;
  readonly wanted: WantedRelease;
}

const task = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as DeployTask;
const settings = { mount: 'required', storage: '/mnt/usb' } as const;

async function* files(): AsyncGenerator<StreamedFile> {
  for (const { path } of task.wanted.files) yield { path, bytes: readFileSync(`${task.folder}/${path}`) };
}

let there = 0;
let verifying = false;
const shell = await remoteShells({ privateKey: task.clientKey }).open({
  host: '127.0.0.1',
  port: task.port,
  user: 'root',
  hostKeys: [task.hostKey],
});
const storage = openShellStorage(shell, settings);
const lock = { graceSeconds: 30, staleSeconds: 300, waitSeconds: 0 };
await deploy(
  {
    wanted: task.wanted,
    files,
    images: imageFolder(task.images),
    settings: { ...settings, keepReleases: 1, reserveBytes: 64 << 20, lock },
    owner: { command: 'deploy', who: 'bench', host: 'bench', process: process.pid, since: 0 },
    check: { http, url: task.url },
  },
  {
    storage,
    // What is sent after the first hash was asked for is the tree of one file beside the big one.
    onEvent: ({ stage }) => {
      if (stage === 'upload' && !verifying) there = performance.now();
      verifying ||= stage === 'verify';
    },
    now: () => performance.now(),
    clock: () => Math.floor(Date.now() / 1000),
    wait: (milliseconds, signal) =>
      setTimeout(milliseconds, undefined, { ref: false, ...(signal && { signal }) }),
    random: () => randomBytes(16).toString('hex'),
  },
);
await storage.close();
process.stdout.write(JSON.stringify({ there: there / 1000, end: performance.now() / 1000 }));
