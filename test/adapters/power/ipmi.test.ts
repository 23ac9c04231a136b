import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPower } from '../../../src/adapters/power/openPower.ts';
import type { PowerControl } from '../../../src/ports/power.ts';
import { findTool } from '../../tools/find.ts';
import { requireTool, type Skipping } from '../../tools/tools.ts';
import { failure, machine, testTools } from './tools.ts';

const password = 'correct-horse';

/** A management controller of OpenIPMI, which tells a script what it does to its machine. */
interface Controller {
  readonly port: number;
  /** `set power 1`, one a line, as the script was told. */
  told(): string[];
  end(): void;
}

async function freeUdpPort(): Promise<number> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const { port } = socket.address();
  await new Promise<void>((resolve) => socket.close(resolve));
  return port;
}

async function startController(): Promise<Controller> {
  const program = findTool('ipmi_sim') ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-ipmi-'));
  const port = await freeUdpPort();
  const chassis = join(folder, 'chassis.sh');
  writeFileSync(
    chassis,
    `#!/bin/sh
shift; verb=$1; shift
if [ "$verb" = get ]; then
  for what in "$@"; do
    case $what in power) value=$(cat '${folder}/power' 2>/dev/null || echo 0) ;; boot) value=default ;; *) value=0 ;; esac
    echo "$what:$value"
  done
else
  echo "$verb $*" >>'${folder}/told'
  [ "$1" = power ] && echo "$2" >'${folder}/power'
fi
exit 0
`,
    { mode: 0o755 },
  );
  writeFileSync(
    join(folder, 'lan.conf'),
    `name "node1"
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
  user 3 true "keeper" "${password}" operator 10 none md2 md5 straight
`,
  );
  writeFileSync(
    join(folder, 'commands.emu'),
    'mc_setbmc 0x20\nmc_add 0x20 0 no-device-sdrs 0x23 9 8 0x9f 0x1291 0xf02\nmc_enable 0x20\n',
  );
  const child = spawn(
    program,
    ['-c', join(folder, 'lan.conf'), '-f', join(folder, 'commands.emu'), '-s', folder, '-n'],
    { stdio: ['pipe', 'ignore', 'pipe'] },
  );
  child.stderr.resume();
  return {
    port,
    told: () => readFileSync(join(folder, 'told'), 'utf8').trim().split('\n'),
    end: () => {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true });
    },
  };
}

const environment = { PATH: process.env.PATH ?? '', HOME: '/' };

describe('a controller', () => {
  let controller: Controller | undefined;
  beforeAll(async () => {
    if (findTool('ipmi_sim') !== undefined) controller = await startController();
  });
  afterAll(() => controller?.end());

  function power(context: Skipping, settings: object = {}, secret = password): PowerControl {
    requireTool('ipmi_sim', context);
    requireTool('ipmitool', context);
    const all = {
      address: '127.0.0.1',
      port: controller?.port,
      user: 'admin',
      password: { secret: 'BMC' },
      ...settings,
    };
    return openPower(
      { method: 'ipmi', settings: all },
      machine,
      testTools({ secrets: { BMC: secret } }),
      environment,
    );
  }

  test('starts a machine that is off, from the network, and restarts one that is on', async (context) => {
    const control = power(context, { cipherSuite: 3 });
    expect(await control.probe()).toEqual({ usable: true, detail: '127.0.0.1 answers, power off' });
    expect(await control.bootNetworkOnce()).toMatchObject({ by: 'once' });
    await control.cycle();
    expect(await control.state()).toBe('on');
    await control.cycle();
    const told = controller?.told() ?? [];
    expect(told.slice(0, 2)).toEqual(['set boot pxe', 'set power 1']);
    // It comes on again some seconds later.
    expect(told[2]).toBe('set power 0');
  });

  test('lets somebody with fewer rights in who asks for no more', async (context) => {
    const settings = { user: 'keeper', privilege: 'OPERATOR', cipherSuite: 3 };
    expect((await power(context, settings).probe()).usable).toBe(true);
  });

  test('refuses a wrong password, which nobody is shown', async (context) => {
    const control = power(context, { cipherSuite: 3 }, 'battery staple');
    const { message, next } = await failure(control.bootNetworkOnce());
    expect(message).toMatch(
      /^node1\.example\.org: IPMI chassis bootdev pxe options=efiboot at 127\.0\.0\.1: /,
    );
    expect(next).toContain('cipherSuite');
    expect(message + next).not.toContain('battery');
  });
});

describe('ipmitool', () => {
  /** A program in its place, which notes what it is given. */
  function noted(settings: object, script = ''): { control: PowerControl; read(): string } {
    const folder = mkdtempSync(join(tmpdir(), 'pilotlight-ipmitool-'));
    const file = join(folder, 'ipmitool');
    writeFileSync(file, `#!/bin/sh\n{ echo "$@"; env | sort; } >'${folder}/noted'\n${script}\n`, {
      mode: 0o755,
    });
    const control = openPower(
      {
        method: 'ipmi',
        settings: { address: 'bmc', user: 'admin', password: { secret: 'BMC' }, ...settings },
      },
      machine,
      testTools({ secrets: { BMC: password } }),
      { PATH: `${folder}:${environment.PATH}`, HOME: folder, PILOTLIGHT_SSH_KEY: 'private' },
    );
    return {
      control,
      read: () => {
        const text = readFileSync(join(folder, 'noted'), 'utf8').replaceAll(folder, '');
        rmSync(dirname(join(folder, 'noted')), { recursive: true });
        return text;
      },
    };
  }

  test('gets the password by its environment, and no secret that is not for it', async () => {
    const { control, read } = noted({ bootMode: 'bios', port: 6230 });
    await control.bootNetworkOnce();
    const [parameters = '', ...variables] = read().trim().split('\n');
    expect(parameters).toBe('-I lanplus -H bmc -p 6230 -U admin -L ADMINISTRATOR -E chassis bootdev pxe');
    expect(variables).toContain(`IPMI_PASSWORD=${password}`);
    expect(variables.join('\n')).not.toContain('private');
  });

  test('that prints the password is not believed to be discreet', async () => {
    const { control, read } = noted({}, 'echo "debug: $IPMI_PASSWORD" >&2; exit 1');
    const { message } = await failure(control.cycle());
    expect(message).toContain('debug: ***');
    expect(message).not.toContain(password);
    read();
  });

  test('may leave the boot device to the firmware', async () => {
    const { control } = noted({ networkBoot: 'firmware' });
    expect(await control.bootNetworkOnce()).toMatchObject({ by: 'firmware' });
  });

  test('that is missing is named with its package', async () => {
    const control = openPower(
      { method: 'ipmi', settings: { address: 'bmc', user: 'a', password: { secret: 'BMC' } } },
      machine,
      testTools({ secrets: { BMC: password } }),
      { PATH: '/nowhere' },
    );
    const { message, next } = await failure(control.cycle());
    expect(message).toContain('there is no program ipmitool');
    expect(next).toBe('Install the package ipmitool where Pilotlight runs.');
    expect(await control.probe()).toEqual({
      usable: false,
      detail: expect.stringContaining('no program ipmitool'),
    });
  });
});
