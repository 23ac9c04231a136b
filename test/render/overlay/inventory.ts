import type { Document } from '../../../src/inventory/model/document.ts';
import type { Node } from '../../../src/inventory/model/node.ts';
import type { Site } from '../../../src/inventory/model/site.ts';
import { readDocument } from '../../../src/inventory/reading/readDocument.ts';
import { type PreparedOverlay, prepareOverlay } from '../../../src/render/overlay/prepareOverlay.ts';
import type { Finding, Outcome } from '../../../src/shared/finding.ts';

/** A node with all that rendering of overlays looks at. */
export function exampleNode(changes: Partial<Node> = {}): Node {
  return {
    name: 'lenovo1',
    file: 'inventory/nodes/lenovo1.yaml',
    hostname: 'lenovo1.lab.example.net',
    shortName: 'lenovo1',
    macs: ['52:54:00:00:00:01', '52:54:00:00:00:02'],
    network: {
      address: { method: 'static', address: '192.168.26.11', prefixLength: 24 },
      gateway: '192.168.26.1',
      dns: ['192.168.26.1', '9.9.9.9'],
      ntp: [],
    },
    role: 'server',
    firstServer: true,
    labels: { zone: 'a' },
    taints: [],
    architecture: 'x86_64',
    installDisk: { device: '/dev/disk/by-id/one', keepPartitions: [] },
    extraDisks: [],
    kernelArguments: ['console=tty0'],
    installer: {
      mode: 'install',
      source: 'osmet',
      insecure: false,
      ignitionFirstboot: false,
      ignitionUrl: 'gate',
      urls: {},
      networkArguments: [],
      liveArguments: [],
      initrdName: 'main',
    },
    overlays: [],
    groups: [],
    users: [],
    localBoot: 'exit',
    power: [],
    updates: { strategy: 'off', windows: [] },
    stream: 'stable',
    ...changes,
  };
}

/** A site of the given nodes. */
export function exampleSite(nodes: readonly Node[] = [exampleNode()], changes: Partial<Site> = {}): Site {
  return {
    name: 'lab',
    file: 'inventory/site.yaml',
    folder: 'inventory',
    domain: 'lab.example.net',
    network: { cidr: '192.168.26.0/24', gateway: '192.168.26.1', dns: [], ntp: [] },
    router: {
      address: '192.168.26.1',
      url: 'http://192.168.26.1/pilotlight',
      gate: 'cgi',
      target: 'openwrt',
      ssh: { port: 22, user: 'root', hostKeys: [] },
      storage: '/mnt/usb',
      keepReleases: 5,
    },
    unknownMachines: 'localBoot',
    strict: true,
    rules: {},
    nodes,
    manifests: [],
    ipxe: [],
    secrets: [],
    ...changes,
  };
}

/** The document of an overlay's text. */
export function overlayDocument(text: string, file = 'inventory/overlays/a.bu'): Document {
  const { value, findings } = readDocument(file, new TextEncoder().encode(text));
  if (value === undefined) throw new Error(`not a document: ${findings[0]?.message}`);
  return value;
}

/** An overlay, prepared from its text. */
export function prepared(text: string, file?: string): Outcome<PreparedOverlay> {
  return prepareOverlay(overlayDocument(text, file), text);
}

/** Findings in short: `PL2010 3:7 message`. */
export function inShort(findings: readonly Finding[]): string[] {
  return findings.map(({ code, place, message }) => `${code} ${place.line}:${place.column} ${message}`);
}
