import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { openGate } from '../../../src/adapters/gate/openGate.ts';
import { pointerText } from '../../../src/deploy/pointer.ts';
import { sealText } from '../../../src/deploy/seal.ts';
import type { ArmedRecord, Gate } from '../../../src/ports/gate.ts';
import { type GateSettings, gateCommands, gateScript } from '../../../src/router/gate/gateScript.ts';
import { type Digest, sha256 } from '../../../src/shared/digest.ts';
import { localShell, type ShellKind } from '../../adapters/storage/shell/localShell.ts';
import { requireTool, type Skipping } from '../../tools/tools.ts';

/** A request as a web server hands it to a CGI. */
export interface Asked {
  readonly name?: 'gate' | 'boot';
  readonly method?: string;
  /** What follows the program's name. */
  readonly path?: string;
  readonly query?: string;
  readonly address?: string;
}

/** What the CGI answered. */
export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** A router's folders and the kernel's tables, made up; and the gate on them. */
export interface Place {
  readonly folder: string;
  readonly root: string;
  readonly state: string;
  readonly kind: ShellKind;
  readonly gate: Gate;
  /** Path of the installed program. */
  program(name: 'gate' | 'boot'): string;
  ask(asked: Asked): Promise<Answered>;
  /** Puts a file below the root folder. */
  put(path: string, content: string): void;
  /** Makes a machine a neighbour. */
  neighbour(address: string, mac: string, flags?: string): void;
  /** Lets time pass. */
  after(seconds: number): void;
  /** The memory is emptied, and the router starts anew. */
  reboot(): void;
}

export const url = 'http://192.168.26.1:8069';
export const release = sha256('release');
export const digest = sha256('node');

/** The shells that the gate is tried with: busybox ash with no command but those that it says it needs, and dash. */
export const shellNames = ['busybox', 'dash'] as const;

/** A shell, and where its commands are: this busybox runs none that has no link. It has no flock, which OpenWrt's has. */
export function shellOf(name: (typeof shellNames)[number], context: Skipping): ShellKind {
  if (name === 'dash')
    return { name, command: [requireTool('dash', context), '-c'], path: process.env.PATH ?? '' };
  const busybox = requireTool('router-busybox', context);
  const folder = newFolder('pilotlight-applets-');
  for (const applet of ['ash', 'wc', ...gateCommands]) {
    symlinkSync(applet === 'flock' ? requireTool('flock', context) : busybox, join(folder, applet));
  }
  return { name: 'busybox ash', command: [join(folder, 'ash'), '-c'], path: folder };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(name: string): string {
  // The gate arms in memory only.
  const folder = mkdtempSync(join('/dev/shm', name));
  folders.push(folder);
  return folder;
}

/**
 * Makes a router with a release that is current.
 *
 * @param state the folder of the gate's state, where it is not to be among the others
 */
export function makePlace(kind: ShellKind, settings: Partial<GateSettings> = {}, state?: string): Place {
  const folder = newFolder("pilotlight gate 'it$'-");
  const root = join(folder, 'usb/pilotlight');
  const proc = join(folder, 'proc');
  const rows = new Map<string, string>();
  let uptime = 1000;
  const put = (path: string, content: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(proc, path)), { recursive: true });
    writeFileSync(join(proc, path), content);
  };
  const tick = (): void => write('uptime', `${uptime}.25 2000.00\n`);
  const boot = (): void => write('sys/kernel/random/boot_id', `${randomUUID()}\n`);
  const tell = (): void => write('net/arp', `${arpHead}${[...rows.values()].join('')}`);
  const place = { folder: state ?? join(folder, 'tmp/gate'), proc };
  const text = gateScript({ url, root, unknownMachines: 'discover', place, path: kind.path, ...settings });
  for (const name of ['gate', 'boot']) {
    put(`cgi-bin/${name}`, text);
    chmodSync(join(root, 'cgi-bin', name), 0o755);
  }
  tick();
  boot();
  tell();
  putRelease(put, release);
  put('state/current.a', pointerText({ sequence: 1, release, previous: undefined }));
  const program = (name: 'gate' | 'boot'): string => join(root, 'cgi-bin', name);
  return {
    folder,
    root,
    state: place.folder,
    kind,
    gate: openGate(localShell(kind), place),
    program,
    put,
    ask: (asked) => runCgi(kind, program(asked.name ?? 'gate'), asked),
    neighbour(address, mac, flags = '0x2') {
      rows.set(
        `${address} ${mac}`,
        `${address.padEnd(16)} 0x1         ${flags}         ${mac}     *        br-lan\n`,
      );
      tell();
    },
    after(seconds) {
      uptime += seconds;
      tick();
    },
    reboot() {
      rmSync(join(folder, 'tmp'), { recursive: true, force: true });
      uptime = 10;
      tick();
      boot();
    },
  };
}

const arpHead = 'IP address       HW type     Flags       HW address            Mask     Device\n';

/** A release that is whole. */
export function putRelease(put: Place['put'], id: Digest): void {
  const path = `releases/${id}`;
  put(`${path}/boot.ipxe`, '#!ipxe\n');
  const seal = { kind: 'release', path, content: id, files: 1, bytes: 7, sequence: 1, assets: [] } as const;
  put(`${path}/sealed`, sealText(seal));
}

/** A node of that release, with its scripts. */
export function putNode(
  place: Place,
  mac: string,
  hostname = `n${mac.replaceAll(':', '')}.lab`,
): ArmedRecord {
  const hexhyp = mac.replaceAll(':', '-');
  const install = `nodes/${hostname}/install.ipxe`;
  place.put(
    `releases/${release}/ipxe/by-mac/${hexhyp}.ipxe`,
    `#!ipxe\nchain ${url}/cgi-bin/gate/${hexhyp} || goto local\n`,
  );
  place.put(`releases/${release}/${install}`, '#!ipxe\n');
  return { hostname, macs: [mac], variant: 'join', release, digest, install, seconds: 600 };
}

/** Runs the program as a web server does, which has nothing in its environment but what is said of the request. */
async function runCgi(kind: ShellKind, program: string, asked: Asked): Promise<Answered> {
  const [shell = '', ...first] = kind.command.slice(0, -1);
  const child = spawn(shell, [...first, program], {
    cwd: dirname(program),
    env: cgiVariables(asked),
    stdio: 'pipe',
  });
  const out: Buffer[] = [];
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => out.push(data));
  child.stderr.on('data', (data: Buffer) => {
    stderr += data;
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end();
  await new Promise((resolve) => child.on('close', resolve));
  if (stderr !== '') throw new Error(`the gate said ${stderr}`);
  return readAnswer(Buffer.concat(out).toString('latin1'));
}

/** The variables of a request. */
export function cgiVariables({
  name = 'gate',
  method = 'GET',
  path = '',
  query = '',
  address = '',
}: Asked): Record<string, string> {
  return {
    REQUEST_METHOD: method,
    SCRIPT_NAME: `/cgi-bin/${name}`,
    PATH_INFO: path,
    QUERY_STRING: query,
    REMOTE_ADDR: address,
    PATH: '/nowhere',
  };
}

/** An answer as a CGI writes it. */
export function readAnswer(text: string): Answered {
  const end = text.indexOf('\r\n\r\n');
  const head = text.slice(0, end).split('\r\n');
  const [status = '', type = ''] = head;
  if (end < 0 || !/^Status: \d{3} [A-Za-z ]+$/.test(status) || !/^Content-Type: \S+$/.test(type)) {
    throw new Error(`no answer: ${JSON.stringify(text)}`);
  }
  return { status: Number(status.slice(8, 11)), type: type.slice(14), body: text.slice(end + 4) };
}

/** `192.168.26.…` and a MAC for a number. */
export function machine(number: number): {
  readonly mac: string;
  readonly hexhyp: string;
  readonly address: string;
} {
  const hex = number.toString(16).padStart(6, '0');
  const mac = `52:54:00:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4)}`;
  return {
    mac,
    hexhyp: mac.replaceAll(':', '-'),
    address: `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`,
  };
}

/** The nonce that an install script carries. */
export function nonceOf({ body }: Answered): string {
  return /\/([0-9a-f]{32})\/ignition\n/.exec(body)?.[1] ?? '';
}
