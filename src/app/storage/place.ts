import type { HttpCheck, StorageSettings } from '../../deploy/run/tools.ts';
import type { Router } from '../../inventory/model/site.ts';
import type { Http } from '../../ports/http.ts';
import type { StorageTarget } from '../../ports/storages.ts';
import { defaultLockRules, reserveBytes } from './limits.ts';
import type { StorageOptions } from './options.ts';

/** A site's storage: where it is, by which rules it is used, and how to see what the router makes of it. */
export interface StoragePlace {
  readonly target: StorageTarget;
  readonly settings: StorageSettings;
  readonly check: HttpCheck | undefined;
}

/** The storage that the inventory names, or the folder that was named in its place. */
export function storagePlace(router: Router, options: StorageOptions, http: Http): StoragePlace {
  const target = targetOf(router, options.to);
  return {
    target,
    settings: {
      mount: target.kind === 'shell' ? target.mount : 'any',
      storage: target.storage,
      keepReleases: options.keep ?? router.keepReleases,
      reserveBytes,
      lock: lockRules(options),
      ...(router.gate === 'static' ? { bootFile: true } : {}),
    },
    // A router serves its own storage, and not a folder that stands for it.
    check: options.to === undefined && options.httpCheck !== false ? { http, url: router.url } : undefined,
  };
}

function targetOf(router: Router, to: string | undefined): StorageTarget {
  if (to !== undefined) return { kind: 'directory', storage: to };
  if (router.target === 'directory') return { kind: 'directory', storage: router.storage };
  const { port, user, hostKeys, jump } = router.ssh;
  return {
    kind: 'shell',
    destination: { host: router.address, port, user, hostKeys, ...(jump === undefined ? {} : { jump }) },
    storage: router.storage,
    // Below an empty mount point of OpenWrt lies the router's flash; another host may have a plain folder.
    mount: router.target === 'openwrt' ? 'required' : 'any',
  };
}

function lockRules({ lockSeconds = 0, staleSeconds }: StorageOptions): StorageSettings['lock'] {
  const { graceSeconds, staleSeconds: usual } = defaultLockRules;
  const stale = staleSeconds ?? usual;
  return { graceSeconds: Math.min(graceSeconds, stale), staleSeconds: stale, waitSeconds: lockSeconds };
}
