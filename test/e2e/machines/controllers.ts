import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from '../../adapters/power/web/certificate.ts';
import { inNetwork } from '../../router/boot/dnsmasqLab.ts';
import type { Namespace } from '../../router/lab/namespace.ts';
import { requireTool, type Skipping } from '../../tools/tools.ts';
import type { Machine } from './machine.ts';
import { untilWeEnd } from './untilWeEnd.ts';

/** Management controllers of machines, in the network of a router's operator. What they do to machines comes to this process by HTTP. */
export class Controllers {
  readonly #operator: Pick<Namespace, 'pid'>;
  readonly #folder = mkdtempSync(join(tmpdir(), 'pilotlight-controllers-'));
  readonly #machines = new Map<string, Machine>();
  /** What each machine starts from next, where it is not the disk. */
  readonly #override = new Map<string, 'network'>();
  readonly #ends: (() => void)[] = [];
  /** What they did: `two boot pxe`, `two power 1`. */
  readonly told: string[] = [];

  private constructor(operator: Pick<Namespace, 'pid'>) {
    this.#operator = operator;
  }

  static async start(operator: Pick<Namespace, 'pid'>): Promise<Controllers> {
    const controllers = new Controllers(operator);
    const http = createServer((request, response) => {
      void controllers.#answer(request).then((text) => response.setHeader('connection', 'close').end(text));
    });
    const server = await listenIn(operator, '127.0.0.1', 9000);
    server.on('connection', (socket) => http.emit('connection', socket));
    controllers.#ends.push(() => server.close());
    return controllers;
  }

  /** A machine by the name that its controller has of it. */
  drives(name: string, machine: Machine): void {
    this.#machines.set(name, machine);
  }

  /** OpenIPMI's controller. Answers the settings of the power method. */
  async ipmi(name: string, port: number, password: string, context: Skipping): Promise<object> {
    const folder = join(this.#folder, name);
    const chassis = `${folder}.sh`;
    const curl = requireTool('curl', context);
    writeFileSync(
      chassis,
      `#!/bin/sh
shift; verb=$1; shift
if [ "$verb" = get ]; then
  for what in "$@"; do
    value=0
    [ "$what" != power ] || value=$('${curl}' -s http://127.0.0.1:9000/${name}/power)
    [ "$what" != boot ] || value=default
    echo "$what:$value"
  done
else
  '${curl}' -s -X POST "http://127.0.0.1:9000/${name}/$1/$2"
fi
exit 0
`,
      { mode: 0o755 },
    );
    writeFileSync(`${folder}.conf`, ipmiText(port, chassis, password));
    const emulated =
      'mc_setbmc 0x20\nmc_add 0x20 0 no-device-sdrs 0x23 9 8 0x9f 0x1291 0xf02\nmc_enable 0x20\n';
    writeFileSync(`${folder}.emu`, emulated);
    const args = ['-c', `${folder}.conf`, '-f', `${folder}.emu`, '-s', this.#folder, '-n'];
    const child = this.#spawn([requireTool('ipmi_sim', context), ...args]);
    child.stderr.resume();
    requireTool('ipmitool', context);
    return {
      method: 'ipmi',
      address: '127.0.0.1',
      port,
      user: 'admin',
      password: { secret: 'BMC' },
      cipherSuite: 3,
    };
  }

  /** OpenStack's emulator of a controller, with TLS. Answers the settings of the power method. */
  async redfish(name: string, port: number, password: string, context: Skipping): Promise<object> {
    const packages = requireTool('sushy-tools', context);
    const python = requireTool('python3', context);
    const at = (file: string): string => join(this.#folder, `${name}.${file}`);
    const { key, certificate, sha256 } = makeCertificate(context, 'IP:127.0.0.1');
    writeFileSync(at('key'), key);
    writeFileSync(at('certificate'), certificate);
    const environment = { ...process.env, PYTHONPATH: packages, PYTHONDONTWRITEBYTECODE: '1' };
    const script =
      'import bcrypt, sys; print(bcrypt.hashpw(sys.argv[1].encode(), bcrypt.gensalt(4)).decode())';
    const hash = execFileSync(python, ['-c', script, password], { env: environment, encoding: 'utf8' });
    writeFileSync(at('users'), `admin:${hash}`);
    writeFileSync(
      at('py'),
      `SUSHY_EMULATOR_AUTH_FILE = '${at('users')}'
SUSHY_EMULATOR_STATE_DIR = '${this.#folder}'
EXTERNAL_NOTIFICATION_URL = 'http://127.0.0.1:9000/${name}/redfish'
SUSHY_EMULATOR_FAKE_SYSTEMS = [{'uuid': '27946b59-9e44-4fa7-8e91-f3527a1ef094', 'name': '${name}', 'power_state': 'Off',
  'external_notifier': True, 'nics': []}]
`,
    );
    const tls = ['--ssl-certificate', at('certificate'), '--ssl-key', at('key')];
    const args = [
      '-m',
      'sushy_tools.emulator.main',
      '--fake',
      '-i',
      '127.0.0.1',
      '-p',
      `${port}`,
      '--config',
      at('py'),
    ];
    const child = this.#spawn([python, ...args, ...tls], environment);
    await new Promise<void>((resolve, reject) => {
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('Running on')) resolve();
      });
      child.once('close', () => reject(new Error(said)));
    });
    const url = `https://127.0.0.1:${port}`;
    return { method: 'redfish', url, certificateSha256: sha256, user: 'admin', password: { secret: 'BMC' } };
  }

  close(): void {
    for (const end of this.#ends) end();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #spawn(command: readonly string[], env: NodeJS.ProcessEnv = process.env) {
    const [enter = '', ...entered] = inNetwork(this.#operator);
    const child = spawn(enter, [...entered, ...untilWeEnd, ...command], {
      env,
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    this.#ends.push(() => void child.kill('SIGKILL'));
    return child;
  }

  async #answer(request: IncomingMessage): Promise<string> {
    const [name = '', what, value] = (request.url ?? '/').slice(1).split('/');
    const machine = this.#machines.get(name);
    if (machine === undefined) return '';
    if (what === 'redfish') return this.#notified(name, machine, await bodyOf(request));
    if (request.method === 'GET') return machine.isOn ? '1' : '0';
    this.told.push(`${name} ${what} ${value}`);
    if (what === 'boot' && value === 'pxe') this.#override.set(name, 'network');
    if (what === 'power') await this.#power(name, machine, value === '1');
    return '';
  }

  /** What the emulator's machine is now, and what it is about to be. */
  async #notified(name: string, machine: Machine, body: string): Promise<string> {
    const { boot_device: device, pending_power: pending } = JSON.parse(body) as {
      boot_device?: string;
      pending_power?: { power_state: string } | null;
    };
    const state = pending?.power_state;
    if (state === undefined) {
      this.told.push(`${name} ${device}`);
      if (device === 'Pxe') this.#override.set(name, 'network');
      return '';
    }
    this.told.push(`${name} ${state}`);
    if (state.includes('Restart')) await machine.cutPower();
    await this.#power(name, machine, state !== 'Off');
    return '';
  }

  async #power(name: string, machine: Machine, on: boolean): Promise<void> {
    if (!on) return machine.cutPower();
    machine.switchOn(this.#override.get(name) ?? 'disk');
    this.#override.delete(name);
  }
}

function ipmiText(port: number, chassis: string, password: string): string {
  return `name "machine"
set_working_mc 0x20
  startlan 1
    addr 127.0.0.1 ${port}
    priv_limit admin
    allowed_auths_callback none md2 md5 straight
    allowed_auths_user none md2 md5 straight
    allowed_auths_operator none md2 md5 straight
    allowed_auths_admin none md2 md5 straight
    guid a123456789abcdefa123456789abcdef
  endlan
  chassis_control "${chassis} 0x20"
  user 1 true "" "test" user 10 none md2 md5 straight
  user 2 true "admin" "${password}" admin 10 none md2 md5 straight
`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text;
}

/** A socket belongs to the network of the process that made it, whoever serves it: so one is made there, and handed over. */
function listenIn(namespace: Pick<Namespace, 'pid'>, address: string, port: number): Promise<Server> {
  const program = new URL('../../firstBoot/lab/listen.ts', import.meta.url).pathname;
  const [enter = '', ...entered] = inNetwork(namespace);
  const child = spawn(enter, [...entered, process.execPath, program, address, `${port}`], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.once('message', (_, server) => resolve(server as Server));
    child.once('close', () => reject(new Error(`nobody can listen at ${address}:${port}: ${said}`)));
  });
}
