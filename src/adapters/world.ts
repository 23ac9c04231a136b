import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { noCache } from '../ports/cache.ts';
import type { World } from '../ports/world.ts';
import { cacheFolder, packCache, packFile } from './cache/packCache.ts';
import { newFiles } from './files/newFiles.ts';
import { readSources } from './files/readSources.ts';
import { replaceFile } from './files/replaceFile.ts';
import { textFiles } from './files/textFiles.ts';
import { gates } from './gate/gates.ts';
import { readCommit } from './git/readCommit.ts';
import { loopback } from './http/loopback.ts';
import { identity } from './identity.ts';
import { imageCache } from './images/cache.ts';
import { downloads } from './images/downloads.ts';
import { filesBelow } from './images/filesBelow.ts';
import { imageFolder, localFile } from './images/folder.ts';
import { signatures } from './images/signatures.ts';
import { openKubeconfig } from './kubectl/kubeconfig.ts';
import { overSsh } from './kubectl/overSsh.ts';
import { releaseFolders } from './release/folders.ts';
import { routers } from './router/routers.ts';
import { secretsFrom } from './secrets/secrets.ts';
import { shellcheck } from './shellcheck/shellcheck.ts';
import type { SshCredentials } from './ssh/remoteShells.ts';
import { sshCredentials } from './storage/credentials.ts';
import { storages } from './storage/openStorage.ts';
import { createTranslator } from './translator/createTranslator.ts';
import { version } from './version.ts';

/** How a world is made. */
export interface WorldSettings {
  readonly environment: NodeJS.ProcessEnv;
  /** Whether what was translated is remembered between runs. */
  readonly cache: boolean;
  /** Whether a site will be built: the translator then starts at once, unless earlier runs may have left it nothing to do. */
  readonly building?: boolean;
  /** How SSH proves who it is; what the environment says where this is left out. */
  readonly ssh?: SshCredentials;
  /** Takes every text that a log of somebody else has to hide. */
  readonly mask?: (text: string) => void;
}

/** A server that sends nothing for so long is not waited for. */
const idleMilliseconds = 30_000;

/** The real outside world: this machine's disks, programs and clock. */
export function createWorld({ environment, cache, building = false, ssh, mask }: WorldSettings): World {
  // V8 lets garbage pile up while there is room; at ten thousand nodes that made 520 MB of what needs 350.
  setFlagsFromString('--heap-growing-percent=50');
  const pack = packFile(cacheFolder(environment), `v${version}`);
  const credentials = ssh ?? sshCredentials(environment);
  return {
    inventory: { readFolder: readSources, readCommit },
    releases: releaseFolders,
    translator: createTranslator({ startEarly: building && !(cache && existsSync(pack)) }),
    cache: cache ? packCache(pack) : noCache,
    shellcheck: shellcheck({ searchPath: environment.PATH ?? '' }),
    loopback,
    storages: storages(credentials),
    gates: gates(credentials),
    routers: routers(credentials),
    secrets: secretsFrom(environment, mask),
    shells: {
      open: async (destination, signal) =>
        (await import('./ssh/remoteShells.ts')).remoteShells(credentials).open(destination, signal),
    },
    k3sServer: (shell, hostname) => overSsh(shell, { hostname }),
    kubectl: (choice, signal) => openKubeconfig({ ...choice, environment }, signal),
    powers: async () => (await import('./power/openPower.ts')).powers(environment),
    newFiles,
    textFiles,
    replaceFile,
    // Loaded with the first request: no other command should pay for it.
    http: { get: async (url, options) => (await import('./http/get.ts')).http.get(url, options) },
    tftp: { read: async (...request) => (await import('./tftp/read.ts')).tftp.read(...request) },
    imageFiles: imageFolder,
    imageCache,
    filesBelow,
    downloads: () => downloads({ idleMilliseconds, environment }),
    signatures,
    localFile,
    identity: () => identity(environment),
    version,
    now: () => performance.now(),
    clock: () => Math.floor(Date.now() / 1000),
    wait: (milliseconds, signal) => sleep(milliseconds, undefined, signal === undefined ? {} : { signal }),
    random: () => randomBytes(16).toString('hex'),
  };
}
