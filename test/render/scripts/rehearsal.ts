import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { scripts } from '../../../src/generated/scripts.ts';
import type { Node, Variant } from '../../../src/inventory/model/node.ts';
import type { Site } from '../../../src/inventory/model/site.ts';
import { baseConfig } from '../../../src/render/base/config.ts';
import { sha256 } from '../../../src/shared/digest.ts';

/** A shell, as a program with its first arguments. */
export type Shell = readonly [string, ...string[]];

/** What the world of a rehearsal is like. Everything is a text, so that the stubs can be plain shell. */
export interface World {
  /** Hosts whose API server answers. */
  readonly answering?: readonly string[];
  /** What the router serves, by URL. */
  readonly served?: Readonly<Record<string, string>>;
  /** Name of the stub that fails whenever it is called with these words in its arguments. */
  readonly broken?: readonly [stub: string, words: string];
  /** Lines of `k3s kubectl get nodes --no-headers`. */
  readonly nodes?: readonly string[];
  /** Whether `sync` kills the script at its n-th call, as a power cut would. */
  readonly cutAt?: number;
}

export interface Run {
  readonly status: number | null;
  readonly output: string;
  /** Each command that a stub was called with, in order. */
  readonly calls: readonly string[];
}

const routerUrl = 'http://192.168.26.1/pilotlight/k3s/v1.35.2+k3s1';
/** A program that stands for K3s: it tells its arguments and answers about nodes. */
const k3s = '#!/bin/sh\necho "k3s $*" >>"$CALLS"\ncase "$*" in *"get nodes"*) cat "$WORLD/nodes" ;; esac\n';
const installer =
  '#!/bin/sh\necho "install.sh $INSTALL_K3S_EXEC skip=${INSTALL_K3S_SKIP_DOWNLOAD:-} rpm=$INSTALL_K3S_SKIP_SELINUX_RPM version=$INSTALL_K3S_VERSION" >>"$CALLS"\ncase " $BROKEN " in " install.sh "*) exit 1 ;; esac\n';

/** A router that has all of K3s, with checksums. */
export const completeRouter: Readonly<Record<string, string>> = {
  [`${routerUrl}/k3s`]: k3s,
  [`${routerUrl}/k3s-airgap-images-amd64.tar.zst`]: 'images\n',
  [`${routerUrl}/install.sh`]: installer,
  [`${routerUrl}/sha256sum-amd64.txt`]: `${sha256(k3s)}  k3s\n${sha256('images\n')}  k3s-airgap-images-amd64.tar.zst\n`,
};

/** The same without checksums. */
export const routerWithoutSums = Object.fromEntries(
  Object.entries(completeRouter).filter(([url]) => !url.endsWith('sha256sum-amd64.txt')),
);

export const upstream: Readonly<Record<string, string>> = { 'https://get.k3s.io/': installer };

const trouble = 'case "$BROKEN" in "$name "*) case " $* " in *"${BROKEN#* }"*) exit 7 ;; esac ;; esac\n';

const stubs: Readonly<Record<string, string>> = {
  // The last word is the URL; a served file lies under the digest-free name of its URL.
  curl: `for url in "$@"; do :; done
target=; while [ $# -gt 0 ]; do [ "$1" = --output ] && target=$2; shift; done
case $url in
  https://*:6443/*) host=\${url#https://}; grep -qx "\${host%%:*}" "$WORLD/answering"; exit ;;
esac
case $target in /dev/null) exit 0 ;; esac
file=$WORLD/served/$(echo "$url" | tr /: __)
[ -f "$file" ] || exit 22
cat "$file" >"$target"
`,
  timedatectl: 'echo yes\n',
  systemctl: '',
  restorecon: '',
  chcon: '',
  sleep: '',
  // The script runs in a session of its own, so that a cut takes it and what it started.
  sync: `count=$(($(cat "$WORLD/syncs") + 1)); echo "$count" >"$WORLD/syncs"
[ "$count" = "$CUT_AT" ] && kill -9 0
exit 0
`,
};

/** One machine's disk in a temporary folder, on which the real scripts can be run again and again. */
export class Machine {
  readonly root: string;
  readonly #shell: Shell;

  constructor(shell: Shell, site: Site, node: Node, variant: Variant) {
    this.#shell = shell;
    this.root = mkdtempSync(join(tmpdir(), 'pilotlight-rehearsal-'));
    for (const file of baseConfig(site, node, variant).storage?.files ?? []) {
      this.write(file.path, file.contents?.inline ?? '', file.mode);
    }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  write(path: string, text: string, mode = 0o644): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
    chmodSync(join(this.root, path), mode);
  }

  /** The text of a file; undefined where there is none. */
  read(path: string): string | undefined {
    return existsSync(join(this.root, path)) ? readFileSync(join(this.root, path), 'utf8') : undefined;
  }

  /** Runs the install script in this world. */
  run(world: World = {}): Run {
    const calls = join(this.root, '.calls');
    this.#prepare(world);
    const script = join(this.root, 'usr/local/bin/pilotlight-k3s-install');
    const { status, stdout, stderr } = spawnSync('setsid', ['--wait', script], {
      timeout: 50_000,
      killSignal: 'SIGKILL',
      encoding: 'utf8',
      env: {
        PATH: `${join(this.root, '.stubs')}:/usr/bin:/bin`,
        PILOTLIGHT_ROOT: this.root,
        WORLD: join(this.root, '.world'),
        CALLS: calls,
        BROKEN: world.broken?.join(' ') ?? '',
        CUT_AT: String(world.cutAt ?? 0),
      },
    });
    return { status, output: stdout + stderr, calls: readFileSync(calls, 'utf8').split('\n').slice(0, -1) };
  }

  /** Busybox takes its own applets before PATH, but a function before those; and each script runs in the shell on trial. */
  #stubbed(script: string): string {
    const functions = Object.keys(stubs).map(
      (name) => `${name}() { "$PILOTLIGHT_ROOT/.stubs/${name}" "$@"; }\n`,
    );
    return script.replace('#!/bin/sh\n', `#!${this.#shell.join(' ')}\n${functions.join('')}`);
  }

  #prepare({ answering = [], served = completeRouter, nodes = [] }: World): void {
    rmSync(join(this.root, '.world'), { recursive: true, force: true });
    this.write('.calls', '');
    this.write('.world/answering', answering.map((host) => `${host}\n`).join(''));
    this.write('.world/nodes', nodes.map((line) => `${line}\n`).join(''));
    this.write('.world/syncs', '0\n');
    for (const [url, text] of Object.entries(served)) {
      this.write(`.world/served/${url.replace(/[/:]/g, '_')}`, text);
    }
    for (const [name, body] of Object.entries(stubs)) {
      this.write(
        `.stubs/${name}`,
        `#!/bin/sh\nname=${name}\necho "$name $*" >>"$CALLS"\n${trouble}${body}`,
        0o755,
      );
    }
    for (const name of ['pilotlight-k3s-fetch', 'pilotlight-k3s-install'] as const) {
      this.write(`usr/local/bin/${name}`, this.#stubbed(scripts[name]), 0o755);
    }
  }
}
