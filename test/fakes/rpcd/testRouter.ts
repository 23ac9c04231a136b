import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { neededCommands } from '../../../src/adapters/router/scriptOf.ts';
import type { RemoteShell } from '../../../src/ports/remoteShell.ts';
import { shQuote } from '../../../src/shared/shQuote.ts';
import { localShell } from '../../adapters/storage/shell/localShell.ts';
import { compileCache } from '../../tools/compileCache.ts';
import { requireTool, type Skipping } from '../../tools/tools.ts';

/** A folder that stands for a router: its configuration, its services, and the shell that reaches it. */
export interface TestRouter {
  /** What stands for /. */
  readonly root: string;
  /** busybox ash, with the commands that the scripts need, the real uci, and ubus where it is wanted. */
  shell(): RemoteShell;
  /** A file of /etc/config. */
  config(name: string): string;
  write(path: string, text: string): void;
  /** Which services were restarted, in order. */
  restarted(): string[];
  /** Lets that many seconds pass, for whoever reads the uptime. From then on time stands still. */
  pass(seconds: number): void;
  /** Names of the services that ubus says run. */
  run(services: readonly string[]): void;
  /** The folder of what somebody staged on the command line. */
  readonly staged: string;
  remove(): void;
}

/** Configuration as a router has it that nobody changed yet. */
export const stockConfig: Readonly<Record<string, string>> = {
  dhcp: `
# a comment, which only a copy keeps
config dnsmasq
	option domainneeded '1'
	option leasefile '/tmp/dhcp.leases'

config dhcp 'lan'
	option interface 'lan'
	option start '100'

config boot
	option filename 'by hand.efi'
`,
  uhttpd: `
config uhttpd 'main'
	list listen_http '0.0.0.0:80'
	option home '/www'
`,
};

/** Makes one, in a new folder. */
export function testRouter(context: Skipping, options: { readonly rpcd?: boolean } = {}): TestRouter {
  const busybox = requireTool('busybox', context);
  const uci = requireTool('uci', context);
  const root = mkdtempSync(join(tmpdir(), 'pilotlight-openwrt-'));
  const bin = join(root, 'bin');
  const state = join(root, 'rpcd');
  const staged = join(root, 'tmp/.uci');
  for (const folder of ['bin', 'proc', 'rpcd', 'tmp', 'etc/config', 'etc/init.d', 'tmp/.uci'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const applet of ['sh', 'gzip', ...neededCommands.filter((name) => name !== 'uci')])
    symlinkSync(busybox, join(bin, applet));
  const program = (path: string, text: string): void => {
    writeFileSync(join(root, path), text);
    chmodSync(join(root, path), 0o755);
  };
  const uptime = join(root, 'proc/uptime');
  symlinkSync('/proc/uptime', uptime);
  // Nothing of this machine's own is read.
  program('bin/uci', `#!/bin/sh\nexec ${shQuote(uci)} -p ${shQuote(staged)} "$@"\n`);
  for (const name of ['dnsmasq', 'uhttpd'])
    program(`etc/init.d/${name}`, `#!/bin/sh\necho "${name} $1" >>${shQuote(join(root, 'restarted'))}\n`);
  if (options.rpcd === true) {
    const words = [process.execPath, join(import.meta.dirname, 'ubus.ts')].map(shQuote).join(' ');
    const settings = {
      RPCD_STATE: state,
      RPCD_CONFIG: join(root, 'etc/config'),
      RPCD_UCI: uci,
      RPCD_UPTIME: uptime,
      ...compileCache(),
    };
    const exports = Object.entries(settings).map(([name, value]) => `export ${name}=${shQuote(value)}\n`);
    program('bin/ubus', `#!/bin/sh\n${exports.join('')}exec ${words} "$@"\n`);
  }
  writeFileSync(join(root, 'etc/openwrt_release'), "DISTRIB_ID='OpenWrt'\nDISTRIB_RELEASE='24.10.2'\n");
  for (const [name, text] of Object.entries(stockConfig)) writeFileSync(join(root, 'etc/config', name), text);
  return {
    root,
    staged,
    shell: () => localShell({ name: 'router', command: [join(bin, 'sh'), '-c'], path: bin }),
    config: (name) => readFileSync(join(root, 'etc/config', name), 'utf8'),
    write: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    restarted: () => {
      const path = join(root, 'restarted');
      return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
    },
    pass: (seconds) => {
      const moved = `${uptime}.new`;
      writeFileSync(moved, `${Number.parseFloat(readFileSync(uptime, 'utf8')) + seconds} 0\n`);
      renameSync(moved, uptime);
    },
    run: (services) => writeFileSync(join(state, 'services'), services.join('\n')),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
