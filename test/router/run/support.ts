import type { Http } from '../../../src/ports/http.ts';
import type { Tftp } from '../../../src/ports/tftp.ts';
import type { RouterPlan } from '../../../src/router/plan/routerPlan.ts';
import type { ProbeRequest } from '../../../src/router/run/probe/probe.ts';
import type { ApplyRequest } from '../../../src/router/run/request.ts';
import type { RouterTools } from '../../../src/router/run/tools.ts';
import { applyChanges } from '../../../src/router/uci/apply.ts';
import { parseExport } from '../../../src/router/uci/parseExport.ts';
import type { UciChange } from '../../../src/router/uci/section.ts';
import { type MemoryRouter, type MemoryRouterOptions, memoryRouter } from '../../fakes/memoryRouterSystem.ts';
import { printExport } from '../../fakes/printExport.ts';

/** What a router has before. */
export const before: ReadonlyMap<string, string> = new Map([
  ['dhcp', "package dhcp\n\nconfig dnsmasq\n\toption domainneeded '1'\n"],
]);

/** What is to be changed. */
export const changes: readonly UciChange[] = [
  {
    kind: 'add',
    package: 'dhcp',
    section: 'pilotlight_ipxe',
    type: 'boot',
    options: new Map([['filename', 'x']]),
  },
  { kind: 'set', package: 'dhcp', section: '@dnsmasq[0]', option: 'enable_tftp', from: undefined, to: '1' },
];

/** What it has after. */
export const after: ReadonlyMap<string, string> = new Map(
  applyChanges(parseExport(before.get('dhcp') ?? '').value, changes).map((each) => [
    each.name,
    printExport(each),
  ]),
);

/** A plan with those changes. */
export function planWith(parts: Partial<RouterPlan> = {}): RouterPlan {
  return {
    schemaVersion: 1,
    target: 'root@router',
    system: 'OpenWrt 24.10.2',
    method: 'timer',
    packages: [],
    changes,
    files: [],
    problems: [],
    ...parts,
  };
}

export const probes: ProbeRequest = {
  bootUrl: 'http://router:8069/cgi-bin/boot',
  tftp: { host: 'router', path: 'snponly.efi' },
  dnsmasqLines: [],
  services: [],
  udpPorts: [67, 69],
  tcpPorts: [8069],
};

export function requestWith(parts: Partial<ApplyRequest> = {}): ApplyRequest {
  return {
    uciPackages: ['dhcp'],
    planOf: () => planWith(),
    installPackages: false,
    timeoutSeconds: 60,
    probes,
    ...parts,
  };
}

export const answeringHttp: Http = {
  get: async () => ({ status: 200, bytes: Buffer.from('#!ipxe\n') }),
};
export const answeringTftp: Tftp = { read: async () => ({ kind: 'file', bytes: Buffer.from('MZ') }) };

/** A router in memory and the tools to work on it. */
export function workshop(
  options: Partial<MemoryRouterOptions> = {},
  tools: Partial<RouterTools> = {},
): { readonly router: MemoryRouter; readonly tools: RouterTools } {
  const router = memoryRouter(before, { after, ...options });
  return {
    router,
    tools: {
      router,
      http: answeringHttp,
      tftp: answeringTftp,
      now: () => router.now(),
      wait: (milliseconds) => router.wait(milliseconds),
      ...tools,
    },
  };
}
