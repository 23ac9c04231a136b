import { gunzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { createTranslator } from '../../src/adapters/translator/createTranslator.ts';
import { type Checked, check } from '../../src/app/check.ts';
import type { World } from '../../src/app/world.ts';
import { noCache } from '../../src/ports/cache.ts';
import type { Files } from './inventory.ts';

/** What became of an inventory: the findings, and every file that was rendered. */
export interface Result {
  readonly checked: Checked;
  readonly rendered: ReadonlyMap<string, string>;
  /** Whether it made a release. */
  readonly whole: boolean;
}

const encoder = new TextEncoder();
const translator = createTranslator();
const running = new Set<Promise<unknown>>();

/** Ends the translator, once a build that nobody waits for any more has ended too. */
export async function endTranslator(): Promise<void> {
  await Promise.allSettled(running);
  await translator.close();
}

/** Reads, renders, translates and lints an inventory that is in memory, and tests each finding's place. */
export async function build(files: Files): Promise<Result> {
  const sources = Object.entries(files).map(([relative, value]) => {
    const bytes = value instanceof Uint8Array ? value : encoder.encode(textOf(value));
    return [relative, { path: `inventory/${relative}`, relative, bytes, executable: false }] as const;
  });
  const unused = () => Promise.reject(new Error('a check needs nothing of this'));
  const unopened = () => {
    throw new Error('a check needs nothing of this');
  };
  const world: World = {
    inventory: {
      readFolder: async () => [{ folder: 'inventory', files: new Map(sources), findings: [] }],
      readCommit: unused,
    },
    releases: { begin: unused, open: unused, temporaryFolder: unused, removeTemporary: unused },
    translator,
    cache: noCache,
    shellcheck: { version: async () => undefined, check: async () => new Map() },
    loopback: { serve: unused, get: unused },
    storages: { open: unused },
    gates: { open: unused },
    routers: { open: unused },
    tftp: { read: unused },
    localFile: unused,
    secrets: { open: unopened },
    shells: { open: unused },
    k3sServer: unopened,
    kubectl: unopened,
    powers: unused,
    replaceFile: unused,
    imageCache: unopened,
    filesBelow: unused,
    downloads: unopened,
    signatures: { start: unused, signers: unused },
    newFiles: { create: unused },
    textFiles: { read: unused, readTree: unused, writeTogether: unused },
    http: { get: unused },
    imageFiles: () => ({ folder: '', find: unused }),
    identity: () => ({ who: 'fuzz', host: 'fuzz', process: 1 }),
    version: '0.0.0-fuzz',
    now: () => 0,
    clock: () => 0,
    wait: unused,
    random: () => '0',
  };
  const rendered = new Map<string, string>();
  const checking = check({ folder: 'inventory' }, world, {
    onFile: ({ path, text }) => void rendered.set(path, text),
  });
  running.add(checking);
  const checked = await checking.finally(() => running.delete(checking));
  testPlaces(checked, files);
  return { checked, rendered, whole: checked.sites.every(({ manifest }) => manifest !== undefined) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 1);
}

/** Each finding, and what it is related to, is at a line of a file that is there. */
function testPlaces({ findings }: Checked, files: Files): void {
  for (const { code, message, place, related = [] } of findings) {
    for (const { file, line, column } of [place, ...related.map((each) => each.place)]) {
      const value = files[file.replace(/^inventory\//, '')];
      expect(value !== undefined || file === 'inventory/site.yaml', `${code} ${message}: ${file}`).toBe(true);
      const text = value instanceof Uint8Array ? new TextDecoder().decode(value) : textOf(value);
      expect(line, `${code} ${message}`).toBeGreaterThanOrEqual(1);
      expect(column, `${code} ${message}`).toBeGreaterThanOrEqual(1);
      expect(line, `${code} ${message}`).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length + 1);
    }
  }
}

/** The parts of an Ignition configuration that tests look at. */
export interface Ignition {
  readonly storage?: {
    readonly files?: readonly {
      path: string;
      contents?: { source?: string; compression?: string };
    }[];
    readonly disks?: readonly unknown[];
    readonly filesystems?: readonly unknown[];
    readonly directories?: readonly unknown[];
    readonly links?: readonly unknown[];
  };
  readonly systemd?: { readonly units?: readonly { name: string; contents?: string }[] };
  readonly passwd?: { readonly users?: readonly { name: string; sshAuthorizedKeys?: readonly string[] }[] };
}

/** The text of each file of an Ignition configuration, by path. */
export function fileTexts({ storage }: Ignition): Map<string, string> {
  return new Map(
    (storage?.files ?? []).map(({ path, contents }) => [
      path,
      contentsText(contents?.source, contents?.compression),
    ]),
  );
}

function contentsText(source = 'data:,', compression = ''): string {
  const [head = '', ...data] = source.split(',');
  const bytes = head.endsWith(';base64')
    ? Buffer.from(data.join(','), 'base64')
    : Buffer.from(decodeURIComponent(data.join(',')));
  return (compression === 'gzip' ? gunzipSync(bytes) : bytes).toString();
}
