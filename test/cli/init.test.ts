import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { requireTool } from '../tools/tools.ts';
import { pilotlight, root } from './pilotlight.ts';

const before = process.cwd();
let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'pilotlight-init-')));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

const key =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBxIBB+ILHpkFJboJMz0vKJEc+fiWGFr7A3qr/QMCOI+ ada@example.org';
const site = [
  '--domain',
  'rack.example.org',
  '--network',
  '192.168.26.0/24',
  '--router',
  '192.168.26.1',
  '--k3s',
  'v1.34.1+k3s1',
  '--authorized-key',
  key,
];
const node = (number: number, more = '') => [
  '--node',
  `name=node${number},mac=98:fa:9b:1c:2d:0${number},disk=/dev/disk/by-id/nvme-${number}${more}`,
];
const three = [1, 2, 3].flatMap((number) => node(number, number === 1 ? ',address=192.168.26.11' : ''));
const init = (...args: string[]) => pilotlight(['init', '--yes', ...args]);
const all = () =>
  readdirSync('.', { recursive: true })
    .map(String)
    .filter((path) => !path.startsWith('.cache'))
    .sort();

describe('init', () => {
  test('from an empty folder to a checked inventory', async () => {
    const made = await init(...site, ...three);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(all()).toEqual(
      expect.arrayContaining([
        '.github/workflows/deploy.yml',
        'README.md',
        'SECRETS.md',
        'inventory/site.yaml',
        'renovate.json',
      ]),
    );
    expect(parse(readFileSync('inventory/nodes/node1.yaml', 'utf8'))).toMatchObject({
      role: 'server',
      firstServer: true,
    });
    expect(made.stdout).toContain('pilotlight images lock');
    // Nothing but the lock is missing; the example has the very images.
    cpSync(join(root, 'inventory/images.lock.yaml'), 'inventory/images.lock.yaml');
    expect(await pilotlight(['check'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^✓ no findings · 3 nodes/),
    });
    const again = await init(...site, ...three);
    expect(again.stdout).not.toMatch(/^[+~!] /m);
    const asks = await pilotlight(['doctor', '--offline', '--format', 'json']);
    const steps: { name: string; state: string }[] = JSON.parse(asks.stdout).steps;
    expect(Object.fromEntries(steps.map(({ name, state }) => [name, state]))).toMatchObject({
      inventory: 'ok',
      disks: 'ok',
      imageLock: 'failed',
      login: 'failed',
      hostKey: 'failed',
      router: 'skipped',
      secrets: 'warning',
      workflows: 'ok',
    });
    expect(asks.code).toBe(1);
  });

  test('names everything that was not said, and writes nothing', async () => {
    const { code, stderr } = await init();
    expect(code).toBe(2);
    for (const option of ['--domain', '--network', '--router', '--k3s', '--authorized-key', '--node'])
      expect(stderr).toContain(`  ${option} `);
    expect(all()).toEqual([]);
  });

  test.each([
    [['--domain', 'Rack!'], 'site.yaml'],
    [['--network', '192.168.26.0/33'], 'site.yaml'],
    [['--k3s', '1.34'], 'site.yaml'],
    [['--storage', '/mnt/$(id)'], 'site.yaml'],
    [['--node', 'name=../x,mac=98:fa:9b:1c:2d:09'], 'nodes/../x.yaml'],
    [['--node', 'name=a,mac=nonsense'], 'a.yaml'],
    [['--node', 'name=a,mac=98:fa:9b:1c:2d:01'], "is already a's"],
    [['--node', 'name=a,mac=98:fa:9b:1c:2d:09,rol=server'], 'did you mean role?'],
    [['--router', 'x y'], '--router'],
    [['--dhcp-pool', '1'], '--dhcp-pool'],
    [['--authorized-key', '/nowhere'], 'no public key'],
    [['--import', 'cobbler:x'], 'ansible:FILE'],
    [['--import', 'ansible:/nowhere'], 'there is no /nowhere'],
    [['--action-version', 'a b'], '--action-version'],
  ])('%j is refused, and nothing is written', async (wrong, said) => {
    const { code, stderr } = await init(...site, ...three, ...wrong);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(all()).toEqual([]);
    expect(existsSync('../x.yaml')).toBe(false);
  });

  test('keeps a file that differs and shows how; --force replaces it', async () => {
    writeFileSync('README.md', '# Mine\n');
    expect((await init(...site, ...three)).stdout).toMatch(
      /^! README\.md {2}another one is there, and stays.*\n(.*\n)* {4}-# Mine$/m,
    );
    expect(readFileSync('README.md', 'utf8')).toBe('# Mine\n');
    expect((await init('--force', '--dry-run')).stdout).toContain('~ README.md  would be replaced:');
    expect((await init('--force')).stdout).toContain('~ README.md  replaced:');
    expect(readFileSync('README.md', 'utf8')).toContain('# The rack');
  });

  test('writes all or nothing, and finishes what a killed run began', async () => {
    mkdirSync('.vscode/settings.json', { recursive: true });
    const { code, stderr } = await init(...site, ...three);
    expect(code).toBe(2);
    expect(stderr).toContain('.vscode/settings.json');
    expect(all()).toEqual(['.vscode', '.vscode/settings.json']);
    rmSync('.vscode', { recursive: true });
    mkdirSync('.pilotlight-init');
    writeFileSync('.pilotlight-init/0.new', 'half');
    mkdirSync('inventory');
    expect(await init(...site, ...three, '--inventory-only')).toMatchObject({ code: 0 });
    expect(all()).not.toContain('.pilotlight-init');
  });

  test('takes machines from an Ansible inventory, with addresses outside of the pool', async () => {
    writeFileSync(
      'hosts.ini',
      '[server]\na ansible_host=192.168.26.11 mac=98:fa:9b:1c:2d:01\n[agent]\nb ansible_host=192.168.26.150 mac=98:fa:9b:1c:2d:02 x=1\nc\n[all:vars]\nk3s_version=v1.34.1+k3s1\n',
    );
    const without = site.filter((word) => word !== '--k3s' && word !== 'v1.34.1+k3s1');
    const { code, stdout } = await init(
      ...without,
      '--dhcp-pool',
      '192.168.26.100-192.168.26.199',
      '--import',
      'ansible:hosts.ini',
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/hosts\.ini:4: "x" is not carried over/);
    expect(parse(readFileSync('inventory/nodes/b.yaml', 'utf8'))).toMatchObject({
      role: 'agent',
      address: '192.168.26.12',
    });
    expect(existsSync('inventory/nodes/c.yaml')).toBe(false);
    expect(parse(readFileSync('inventory/site.yaml', 'utf8')).k3s.version).toBe('v1.34.1+k3s1');
  });

  test('asks at a terminal', (context) => {
    const python = requireTool('python3', context);
    const answers = [
      ['over SSH', '192.168.26.1'],
      ['Network of', ''],
      ['DHCP server', ''],
      ['DNS domain', 'rack.example.org'],
      ['Release of', ''],
      ['A public key', key],
      ['The machines', ''],
      ['Name of machine 1', ''],
      ['MAC', '98:fa:9b:1c:2d:01'],
      ['Its address (', '192.168.26.11'],
      ['Its role', ''],
      ['disk that', '/dev/disk/by-id/nvme-1'],
      ['Name of machine 2', ''],
      ['Write them', ''],
      ['Pin the', 'n'],
    ];
    const command = [process.execPath, join(root, 'src/cli/bin.ts'), 'init', '--inventory-only'];
    const environment = {
      ...process.env,
      HOME: folder,
      TERM: 'xterm',
      PILOTLIGHT_CACHE: join(folder, '.cache'),
    };
    const { stdout, status } = spawnSync(python, ['-c', terminal, JSON.stringify({ command, answers })], {
      encoding: 'utf8',
      env: environment,
      timeout: 120_000,
    });
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('+ inventory/nodes/node1.yaml'),
    });
    expect(parse(readFileSync('inventory/site.yaml', 'utf8'))).toMatchObject({
      domain: 'rack.example.org',
      k3s: { version: 'v1.34.1+k3s1' },
      ssh: { authorizedKeys: [key] },
    });
    expect(parse(readFileSync('inventory/nodes/node1.yaml', 'utf8'))).toMatchObject({
      address: '192.168.26.11',
      installDisk: '/dev/disk/by-id/nvme-1',
    });
  });
});

/** Answers each question when it has been asked, on a terminal of its own. */
const terminal = `
import json, os, pty, sys
given = json.loads(sys.argv[1])
pid, fd = pty.fork()
if pid == 0:
    os.execv(given['command'][0], given['command'])
seen = b''
def read():
    global seen
    try:
        more = os.read(fd, 65536)
    except OSError:
        more = b''
    seen += more
    sys.stdout.write(more.decode(errors='replace'))
    return more != b''
for question, answer in given['answers']:
    while question.encode() not in seen:
        if not read():
            sys.exit(9)
    seen = b''
    os.write(fd, answer.encode() + b'\\r')
while read():
    pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

describe('import', () => {
  test('writes node files before there is a site, and init takes them in', async () => {
    writeFileSync('leases', '1800000000 98:fa:9b:1c:2d:01 192.168.26.50 one *\n');
    expect((await pilotlight(['import', 'leases', 'leases'])).stdout).toContain('pilotlight init');
    expect(await init(...site)).toMatchObject({ code: 0 });
    expect(readdirSync('inventory/nodes')).toEqual(['one.yaml']);
    const known = await pilotlight(['import', 'leases', 'leases', '--format', 'json']);
    expect(JSON.parse(known.stdout).files).toEqual([]);
    expect(parse(readFileSync('inventory/nodes/one.yaml', 'utf8')).role).toBe('server');
  });
});
