import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHttp } from './httpServer.ts';
import { newKeys } from './keys.ts';
import { killAll, type LabProcess, type Namespace, startNamespace } from './namespace.ts';
import { freePort, tie } from './network.ts';
import type { Ended } from './programs.ts';
import { mountScript, type Userland, writeRootFolder } from './rootFolder.ts';
import { type SshServerKind, startSshServer, writeHostKey } from './sshServer.ts';
import { makeStick, type Stick } from './stick.ts';

export interface RouterOptions {
  readonly userland?: Userland;
  readonly server?: SshServerKind;
  /** Bytes of the stick; 64 MiB if not said. */
  readonly stickBytes?: number;
  /** The router is alone with an operator in a network of its own, as on a desk: reached only by programs run by `operator`. */
  readonly network?: boolean;
}

/** A router with SSH, HTTP and a USB stick at /mnt/usb: real programs in namespaces of their own. */
export interface Router {
  readonly address: string;
  readonly port: number;
  /** `http://127.0.0.1:41234/pilotlight` serves /mnt/usb/pilotlight. */
  readonly url: string;
  /** Its host key, as a known_hosts line has it. */
  readonly hostKey: string;
  /** A private key that root is reached with. */
  readonly clientKey: string;
  readonly stick: Stick;
  /** Words in front of a command that is to reach the router; none where it listens on this machine. */
  readonly operator: readonly string[];
  /** Where its programs run, and the folder that is its root there. */
  readonly inside: Namespace;
  readonly root: string;
  /** The network of its operator, where it has one. */
  readonly outside: Namespace | undefined;
  /** Words in front of a command line that root's shell on the router is to run, not by SSH. */
  readonly shell: readonly string[];
  /** Where a path of the router is found from here: `/mnt/usb/…` is what the stick has, or what is below it where it is not mounted. */
  seen(path: string): string;
  /** Runs a command as root on the router, not by SSH. */
  exec(command: string): Promise<Ended>;
  /** What runs on it but its servers: shells of sessions and their children. */
  sessions(): LabProcess[];
  /** Ends the processes that serve connections; who connects anew is served. */
  cutConnections(): void;
  /** Ends the SSH server and what serves its connections; what they started goes on. */
  killSshServer(): void;
  startSshServer(): Promise<void>;
  /** Ends everything at once, loses what was not written, and starts anew with another boot id. */
  powerCut(): Promise<void>;
  /** Ends all sessions, makes the stick as it was kept, and mounts it. */
  reset(kept: string): Promise<void>;
  close(): Promise<void>;
}

const storage = '/mnt/usb';

const path = '/usr/sbin:/usr/bin:/sbin:/bin';

/** Makes a router and starts it. It ends with this process, whatever becomes of that. */
export async function startRouter(options: RouterOptions = {}): Promise<Router> {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-router-'));
  const namespaces: Namespace[] = [];
  try {
    return await build(folder, options, namespaces);
  } catch (error) {
    for (const namespace of namespaces) await namespace.end();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function build(folder: string, options: RouterOptions, namespaces: Namespace[]): Promise<Router> {
  const { userland = 'openwrt', server = 'dropbear', network = false } = options;
  const root = join(folder, 'root');
  const client = await newKeys();
  writeRootFolder(root, userland, `${client.public}\n`);
  const hostKey = await writeHostKey(root, server);
  const bootId = join(root, 'lab/bootId');
  writeFileSync(bootId, `${randomUUID()}\n`);

  const inside = await startNamespace({ network });
  namespaces.push(inside);
  const outside = network ? await startNamespace({ network }) : undefined;
  if (outside !== undefined) {
    namespaces.push(outside);
    await tie(inside, outside, '192.168.77');
  }
  const mounted = await inside.run('sh', ['-c', mountScript(root, userland)]);
  if (mounted.status !== 0) throw new Error(`mounting the router's root: ${mounted.stderr}`);
  const stick = await makeStick(inside, {
    folder,
    point: join(root, storage),
    bytes: options.stickBytes ?? 64 << 20,
  });
  await stick.mount();

  const address = network ? '192.168.77.1' : '127.0.0.1';
  const port = network ? 22 : await freePort();
  const httpPort = network ? 80 : await freePort();
  const listen = { root, kind: server, address, port };
  let main = await startSshServer(inside, listen);
  const serveHttp = () => startHttp(inside, root, `${address}:${httpPort}`);
  await serveHttp();

  const isServer = ({ name, parent }: LabProcess): boolean => parent === main.pid || name === 'httpd';
  const sessions = (): LabProcess[] => inside.processes().filter((each) => !isServer(each));
  const start = async (): Promise<void> => {
    main = await startSshServer(inside, listen);
  };
  const shell = ['chroot', root, '/usr/bin/env', `PATH=${path}`, 'sh', '-c'];
  const seen = (path: string): string => inside.seen(join(root, path));
  return {
    address,
    port,
    url: `http://${address}${network ? '' : `:${httpPort}`}/pilotlight`,
    hostKey: `${network ? address : `[${address}]:${port}`} ${hostKey}`,
    clientKey: client.private,
    stick,
    inside,
    root,
    outside,
    operator: outside === undefined ? [] : ['nsenter', '--target', `${outside.pid}`, '--net', '--'],
    seen,
    shell: [...inside.enter, ...shell],
    exec: (command) => inside.run('chroot', [...shell.slice(1), command]),
    sessions,
    cutConnections: () => killAll(sessions().filter(({ name }) => name === server)),
    killSshServer: () => killAll(inside.processes().filter(({ name }) => name === server)),
    startSshServer: start,
    async powerCut() {
      killAll(inside.processes());
      await stick.loseUnwritten();
      await stick.unmount();
      writeFileSync(bootId, `${randomUUID()}\n`);
      await stick.mount();
      await start();
      await serveHttp();
    },
    async reset(kept) {
      killAll(sessions());
      await stick.unmount();
      await stick.restore(kept);
      await stick.mount();
    },
    async close() {
      for (const namespace of namespaces) await namespace.end();
      rmSync(folder, { recursive: true });
    },
  };
}
