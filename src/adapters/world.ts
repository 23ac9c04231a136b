import type { World } from '../ports/world.ts';
import { noCache } from '../ports/cache.ts';
import { cacheFolder, packCache } from './cache/packCache.ts';
import { readSources } from './files/readSources.ts';
import { readCommit } from './git/readCommit.ts';
import { loopback } from './http/loopback.ts';
import { releaseFolders } from './release/folders.ts';
import { shellcheck } from './shellcheck/shellcheck.ts';
import { createTranslator } from './translator/createTranslator.ts';
import { version } from './version.ts';

/** How a world is made. */
export interface WorldSettings {
  readonly environment: NodeJS.ProcessEnv;
  /** Whether what was translated is remembered between runs. */
  readonly cache: boolean;
}

/** The real outside world: this machine's disks, programs and clock. */
export function createWorld({ environment, cache }: WorldSettings): World {
  return {
    inventory: { readFolder: readSources, readCommit },
    releases: releaseFolders,
    translator: createTranslator(),
    cache: cache ? packCache(cacheFolder(environment), `v${version}`) : noCache,
    shellcheck: shellcheck({ searchPath: environment.PATH ?? '' }),
    loopback,
    version,
    now: () => performance.now(),
  };
}
