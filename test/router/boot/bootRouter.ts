import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sectionsOf, textOf, wordsOf } from '../../../src/router/facts/values.ts';
import { parseExport } from '../../../src/router/uci/parseExport.ts';
import { referenceTo } from '../../../src/router/uci/reference.ts';
import type { UciPackage } from '../../../src/router/uci/section.ts';
import { requireTool, type Skipping } from '../../tools/tools.ts';
import { killAll } from '../lab/namespace.ts';
import { must } from '../lab/programs.ts';
import { labTool, requireRouter } from '../lab/requireRouter.ts';
import { install } from '../lab/rootFolder.ts';
import { type Router, startRouter } from '../lab/router.ts';
import { type DnsmasqFiles, dnsmasqFiles } from './initScript.ts';

/** A router as it comes, with its own DHCP and HTTP servers, that Pilotlight may make a boot server. */
export interface BootRouter extends Router {
  /** What its dnsmasq has logged. */
  log(): string;
  /** `dnsmasq restart`: each time that an init script was called. */
  readonly restarts: readonly string[];
  /** What is done instead of a restart of a service, when somebody says so. */
  onRestart: ((service: string) => unknown) | undefined;
}

const config: Readonly<Record<string, string>> = {
  dhcp: `config dnsmasq
	option domain 'lan'
	option expandhosts '1'
	option authoritative '1'

config dhcp 'lan'
	option interface 'lan'
	option start '100'
	option limit '100'
`,
  network: `config interface 'lan'
	option device 'br-lan'
	option proto 'static'
	option ipaddr '192.168.77.1'
	option netmask '255.255.255.0'
`,
  uhttpd: `config uhttpd 'main'
	list listen_http '192.168.77.1:80'
	option home '/www'
`,
  fstab: '',
};

const networks = new Map([['lan', { device: 'br-lan', address: '192.168.77.1', prefixLength: 24 }]]);

/**
 * Starts it in a network of its own. Real: uci, dnsmasq, dropbear, busybox with its httpd in the place of uhttpd, a mounted stick, /tmp in
 * memory. Its init scripts hand over to this process, which knows what dnsmasq and httpd are started with. There is no ubus.
 */
export async function startBootRouter(context: Skipping): Promise<BootRouter> {
  requireRouter(context);
  const uci = requireTool('uci', context);
  const dnsmasq = requireTool('dnsmasq', context);
  const router = await startRouter({ network: true, stickBytes: 200 << 20 });
  const { root, inside } = router;
  await must('nsenter', [
    ...['--target', `${inside.pid}`, '--mount', '--'],
    ...['mount', '-t', 'tmpfs', '-o', 'mode=1777', 'tmpfs', join(root, 'tmp')],
  ]);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  install(root, uci, '/sbin/uci');
  // Debian's busybox has none; OpenWrt's has.
  install(root, labTool('flock'), '/usr/bin/flock');
  // An init script is called dnsmasq too.
  install(root, dnsmasq, '/lab/dnsmasq-real');
  mkdirSync(join(root, 'var'), { recursive: true });
  for (const [name, text] of Object.entries(config)) write(`etc/config/${name}`, text);
  for (const name of ['dnsmasq', 'uhttpd', 'block-mount', 'kmod-usb-storage', 'kmod-fs-ext4'])
    write(`usr/lib/opkg/info/${name}.control`, '');
  for (const name of ['dnsmasq', 'uhttpd']) {
    const text = `#!/bin/sh\necho "${name} $1" >/lab/asked\nread -r answer </lab/answered\nexit "$answer"\n`;
    write(`etc/init.d/${name}`, text);
    chmodSync(join(root, 'etc/init.d', name), 0o755);
  }
  // block-mount: it knows the stick, which is mounted.
  write(
    'sbin/block',
    `#!/bin/sh\nawk '$2 == "/mnt/usb" { print $1 ": UUID=\\"5c2f7f1e-6d1e\\" TYPE=\\"ext4\\" MOUNT=\\"/mnt/usb\\"" }' /proc/mounts\n`,
  );
  chmodSync(join(root, 'sbin/block'), 0o755);
  await router.exec('mkfifo /lab/asked /lab/answered');
  const services = new Services(router);
  await services.restart('dnsmasq');
  const loop = services.serve();
  return {
    ...router,
    log: () => services.log,
    restarts: services.restarts,
    get onRestart() {
      return services.onRestart;
    },
    set onRestart(act) {
      services.onRestart = act;
    },
    async close() {
      services.ended = true;
      await router.close();
      await loop;
    },
  };
}

/** What stands behind the init scripts. */
class Services {
  readonly #router: Router;
  readonly restarts: string[] = [];
  onRestart: ((service: string) => unknown) | undefined;
  log = '';
  ended = false;

  constructor(router: Router) {
    this.#router = router;
  }

  /** Does what init scripts ask, one after the other, until the router ends. */
  async serve(): Promise<void> {
    while (!this.ended) {
      const { status, stdout } = await this.#router.exec('cat /lab/asked');
      if (status !== 0 || this.ended) return;
      const said = stdout.trim();
      this.restarts.push(said);
      const [service = ''] = said.split(' ');
      const instead = await this.onRestart?.(service);
      const done = instead === undefined ? this.restart(service) : Promise.resolve();
      const answer = await done.then(
        () => 0,
        (error: unknown) => {
          this.log += `${String(error)}\n`;
          return 1;
        },
      );
      if (!this.ended) await this.#router.exec(`echo ${answer} >/lab/answered`);
    }
  }

  async restart(service: string): Promise<void> {
    const { inside } = this.#router;
    const name = service === 'uhttpd' ? 'httpd' : 'dnsmasq-real';
    const running = () => inside.processes().filter((each) => each.name === name);
    while (running().length > 0) {
      killAll(running());
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (service === 'dnsmasq') await this.#startDnsmasq();
    if (service === 'uhttpd') await this.#startHttp();
  }

  #configuration(name: string): UciPackage {
    const text = readFileSync(join(this.#router.root, 'etc/config', name), 'utf8');
    const { value } = parseExport(text, name);
    return value.find((each) => each.name === name) ?? { name, sections: [] };
  }

  async #startDnsmasq(): Promise<void> {
    const dhcp = this.#configuration('dhcp');
    const main = dhcp.sections.find(({ type }) => type === 'dnsmasq');
    if (main === undefined) return;
    const files: DnsmasqFiles = dnsmasqFiles(dhcp, referenceTo(dhcp, main), { networks, folder: '/tmp' });
    const { seen, root, inside } = this.#router;
    mkdirSync(seen('/var/etc'), { recursive: true });
    writeFileSync(seen('/tmp/hosts'), files.hosts);
    writeFileSync(seen('/var/etc/dnsmasq.conf.cfg01411c'), files.conf);
    const tftpRoot = textOf(main, 'tftp_root');
    if (tftpRoot !== undefined) mkdirSync(seen(tftpRoot), { recursive: true });
    const [enter = '', ...entered] = inside.enter;
    const args = ['-k', '--log-facility=-', '--log-dhcp', '--user=root', '--pid-file='];
    const conf = '--conf-file=/var/etc/dnsmasq.conf.cfg01411c';
    const child: ChildProcess = spawn(
      enter,
      [...entered, 'chroot', root, '/lab/dnsmasq-real', ...args, conf],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    await new Promise<void>((resolve, reject) => {
      let said = '';
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        this.log += text;
        if (/: read .*hosts/.test(said)) resolve();
      });
      child.on('close', () => reject(new Error(`dnsmasq ended: ${said}`)));
    });
  }

  /** One server for each section, as uhttpd has it; the programs in cgi-bin are run by their permission. */
  async #startHttp(): Promise<void> {
    for (const section of sectionsOf([this.#configuration('uhttpd')], 'uhttpd')) {
      const home = textOf(section, 'home') ?? '/www';
      for (const listen of wordsOf(section, 'listen_http'))
        await this.#router.exec(`/lab/httpd -p ${listen} -h '${home}'`);
    }
  }
}
