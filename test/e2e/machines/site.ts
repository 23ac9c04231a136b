import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sha256 } from '../../../src/shared/digest.ts';
import { must } from '../../router/lab/programs.ts';
import { labTool } from '../../router/lab/requireRouter.ts';
import type { Router } from '../../router/lab/router.ts';
import { requireTool, type Skipping } from '../../tools/tools.ts';
import type { Images } from './image.ts';

const program = new URL('../../../src/cli/bin.ts', import.meta.url).pathname;

const k3sVersion = 'v1.34.1+k3s1';
const model = (name: string): Uint8Array => readFileSync(new URL(`programs/${name}`, import.meta.url));

/** What a router has of K3s: models. */
const k3sAssets = {
  binary: { name: 'k3s', bytes: model('k3s.sh') },
  airgapImages: {
    name: 'k3s-airgap-images-amd64.tar.zst',
    bytes: Buffer.alloc(200_000, 'images of containers'),
  },
  installScript: { name: 'install.sh', bytes: model('k3s-install.sh') },
};

/** A node of the site: what its file says, and its MAC. */
export interface SiteNode {
  readonly name: string;
  readonly mac: string;
  readonly address: string;
  /** The serial number of its disk. */
  readonly disk: string;
  /** `none` where it is not said. */
  readonly role?: string;
  /** More lines of its file. */
  readonly more?: string;
}

/** A command that runs. */
export interface Running {
  /** What it printed so far. */
  readonly said: () => string;
  /** As Ctrl-C does. */
  interrupt(): void;
  /** Its exit code, once it ended. */
  readonly ended: Promise<number>;
}

/** A folder with an inventory, in which commands are run by the router's operator. */
export class Site {
  readonly folder = mkdtempSync(join(tmpdir(), 'pilotlight-e2e-site-'));
  readonly #router: Router;

  constructor(router: Router) {
    this.#router = router;
  }

  write(path: string, content: string | Uint8Array, mode = 0o600): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    chmodSync(file, mode);
  }

  /** Writes the file of a node. */
  describe({ name, mac, address, disk, role = 'none', more = '' }: SiteNode): void {
    const text = `macs: ["${mac}"]\naddress: ${address}\nrole: ${role}\ninstallDisk: /dev/disk/by-id/virtio-${disk}\n${more}`;
    this.write(`inventory/nodes/${name}.yaml`, text);
  }

  /** Starts a command, which has the key of the router and the nodes. */
  start(...args: string[]): Running {
    const [enter = '', ...entered] = this.#router.operator;
    const variables = [
      `HOME=${this.folder}`,
      `PILOTLIGHT_CACHE=${join(this.folder, 'cache')}`,
      `PILOTLIGHT_IMAGES=${this.folder}`,
    ];
    const command = [...entered, 'env', `--chdir=${this.folder}`, ...variables, process.execPath, program];
    const child = spawn(enter, [...command, ...args, '--ssh-key', 'key'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (more: string) => {
        text += more;
      });
    return {
      said: () => text,
      interrupt: () => void child.kill('SIGINT'),
      ended: new Promise((resolve) => child.once('close', (code) => resolve(code ?? 255))),
    };
  }

  /** Runs a command that has to end well, and answers what it prints. */
  async well(...args: string[]): Promise<string> {
    const running = this.start(...args);
    const code = await running.ended;
    if (code === 0) return running.said();
    throw new Error(`pilotlight ${args.join(' ')} ended with ${code}: ${running.said()}`);
  }

  /** What a command prints on a node, by OpenSSH, which knows its host key from `pilotlight known-hosts`. */
  async ssh(node: SiteNode, command: string): Promise<string> {
    const [enter = '', ...entered] = this.#router.operator;
    this.write('known_hosts', await this.#knownHosts());
    const options = [
      '-i',
      join(this.folder, 'key'),
      '-o',
      `UserKnownHostsFile=${join(this.folder, 'known_hosts')}`,
    ];
    const strict = ['-o', 'StrictHostKeyChecking=yes', '-o', 'BatchMode=yes'];
    return must(enter, [...entered, labTool('ssh'), ...options, ...strict, `core@${node.address}`, command]);
  }

  /** Host keys that the gate heard; not every node has told one. */
  async #knownHosts(): Promise<string> {
    const running = this.start('known-hosts');
    await running.ended;
    return running.said();
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** Writes the inventory of a site whose machines install the images. */
export async function makeSite(
  router: Router,
  nodes: readonly SiteNode[],
  images: Images,
  context: Skipping,
): Promise<Site> {
  const site = new Site(router);
  site.write('key', router.clientKey);
  const publicKey = await must(labTool('ssh-keygen'), ['-y', '-f', join(site.folder, 'key')]);
  site.write('secrets.env', 'K3S_TOKEN="it-is-a-secret-0123456789"\nBMC="correct-horse"\n');
  site.write('inventory/site.yaml', siteText(router.hostKey, publicKey.trim()));
  for (const node of nodes) site.describe(node);
  const ipxe = readFileSync(requireTool('ipxe', context));
  site.write('inventory/snponly.efi', ipxe);
  const locked = Object.entries(images).map(([name, bytes]: [string, Uint8Array]) => {
    site.write(`images/coreos/44.20260707.3.1/x86_64/${name}`, bytes);
    return `    ${name}: { url: 'https://example.org/${name}', sha256: ${sha256(bytes)} }\n`;
  });
  const head = 'coreos:\n  - stream: stable\n    version: 44.20260707.3.1\n    architecture: x86_64\n';
  const binary = `ipxe:\n  - { architecture: x86_64, name: snponly.efi, path: snponly.efi, sha256: ${sha256(ipxe)} }\n`;
  const assets = Object.entries(k3sAssets).map(([key, { name, bytes }]) => {
    site.write(`k3s/${k3sVersion}/${name}`, bytes);
    return `    ${key}: { url: 'https://example.org/${name}', sha256: ${sha256(bytes)} }\n`;
  });
  const k3s = `k3s:\n  - version: ${k3sVersion}\n    architecture: x86_64\n${assets.join('')}`;
  site.write('inventory/images.lock.yaml', `${head}${locked.join('')}${binary}${k3s}`);
  return site;
}

function siteText(hostKey: string, publicKey: string): string {
  return `domain: lab
network: { cidr: 192.168.77.0/24 }
router: { address: 192.168.77.1, ssh: { hostKeys: ["${hostKey}"] } }
k3s: { version: ${k3sVersion} }
ssh: { authorizedKeys: ["${publicKey}"] }
defaults:
  installer: { liveArguments: [quiet, no_timer_check] }
`;
}
