import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sha256 } from '../../../src/shared/digest.ts';
import { liveSystem } from '../../real/bootLab/liveSystem.ts';
import { requireTool, type Skipping } from '../../tools/tools.ts';
import { type Ended, run } from '../lab/programs.ts';
import type { Router } from '../lab/router.ts';

const program = new URL('../../../src/cli/bin.ts', import.meta.url).pathname;

/** A folder with an inventory, in which the program is run by the router's operator. */
export interface Project {
  write(path: string, content: string | Uint8Array): void;
  pilotlight(...args: string[]): Promise<Ended>;
  /** What it prints; throws where it does not end well. */
  well(...args: string[]): Promise<string>;
  close(): void;
}

/** The one node of the project. */
export const one = { mac: '52:54:00:77:00:01', hexhyp: '52-54-00-77-00-01', address: '192.168.77.11' };

/** The value of the secret of its inventory. */
export const token = 'it-is-a-secret-0123456789';

/** Writes the inventory of one machine: what it boots is the smallest system that proves that it was started. */
export function makeProject(router: Router, context: Skipping): Project {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-project-'));
  const write = (path: string, content: string | Uint8Array): void => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  write('key', router.clientKey);
  write('secrets.env', `K3S_TOKEN="${token}"\n`);
  chmodSync(join(folder, 'secrets.env'), 0o600);
  write('inventory/site.yaml', siteText(router.hostKey));
  write(
    'inventory/nodes/one.yaml',
    `macs: ["${one.mac}"]\naddress: ${one.address}\nrole: server\ninstallDisk: /dev/disk/by-id/ata-one\n`,
  );
  const images = {
    kernel: readFileSync(requireTool('linux', context)),
    initramfs: liveSystem(requireTool('busybox', context)),
    rootfs: Buffer.alloc(100_000, 'rootfs'),
  };
  const ipxe = readFileSync(requireTool('ipxe', context));
  write('inventory/snponly.efi', ipxe);
  const locked = Object.entries(images).map(([name, bytes]) => {
    write(`images/coreos/44.20260707.3.1/x86_64/${name}`, bytes);
    return `    ${name}: { url: 'https://example.org/${name}', sha256: ${sha256(bytes)} }\n`;
  });
  const head = 'coreos:\n  - stream: stable\n    version: 44.20260707.3.1\n    architecture: x86_64\n';
  const binary = `ipxe:\n  - { architecture: x86_64, name: snponly.efi, path: snponly.efi, sha256: ${sha256(ipxe)} }\n`;
  write('inventory/images.lock.yaml', `${head}${locked.join('')}${binary}`);
  const [enter = '', ...entered] = router.operator;
  const variables = [
    `HOME=${folder}`,
    `PILOTLIGHT_CACHE=${join(folder, 'cache')}`,
    `PILOTLIGHT_IMAGES=${folder}`,
  ];
  const pilotlight = (...args: string[]): Promise<Ended> =>
    run(enter, [...entered, 'env', `--chdir=${folder}`, ...variables, process.execPath, program, ...args]);
  return {
    write,
    pilotlight,
    async well(...args) {
      const { status, stdout, stderr } = await pilotlight(...args);
      if (status === 0) return stdout;
      throw new Error(`pilotlight ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** An inventory's site behind the router of the lab, with this host key, and with more lines of `router`, indented by two. */
export function siteText(hostKey: string, more = ''): string {
  return `domain: lab
network:
  cidr: 192.168.77.0/24
router:
  address: 192.168.77.1
${more}  ssh:
    hostKeys:
      - ${hostKey}
k3s:
  version: v1.35.2+k3s1
  source: upstream
ssh:
  authorizedKeys:
    - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJrQ3gvYdSwmYtlmOYnnBVKYQ8UCWf7n9QvN6c0VbLxN person
`;
}
