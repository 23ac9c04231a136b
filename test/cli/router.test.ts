import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Failure } from '../../src/shared/failure.ts';
import { LivingRouter } from '../fakes/livingRouter.ts';
import { stockDhcp, survey } from '../router/plan/surveys.ts';
import { copyLab, edit, pilotlight, useLab } from './pilotlight.ts';
import { binary, freshRouterLab, type RouterLab, root, routerWorld } from './routerLab.ts';

let lab: RouterLab;

vi.mock('../../src/adapters/world.ts', async (original) => {
  const actual = await original<typeof import('../../src/adapters/world.ts')>();
  return {
    ...actual,
    createWorld: (settings: Parameters<typeof actual.createWorld>[0]) =>
      routerWorld(actual.createWorld(settings), () => lab),
  };
});

useLab();
beforeEach(() => {
  lab = freshRouterLab();
});

const router = (...args: string[]) => pilotlight(['router', ...args]);
const json = (text: string) => JSON.parse(text);

describe('router plan', () => {
  test('shows sections, changed options, files, and writes nothing', async () => {
    const { code, stdout, stderr } = await router('plan');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('lab → root@192.168.26.1:22 · OpenWrt 24.10.2\n');
    expect(stdout).toContain(
      [
        '+ dhcp.pilotlight_host_lenovo1=host',
        '+     name lenovo1',
        '+     mac 98:fa:9b:1c:2d:01',
        '+     ip 192.168.26.11',
      ].join('\n'),
    );
    expect(stdout).toContain(
      [
        '~ dhcp.@dnsmasq[0]',
        '      enable_tftp (nothing) → 1',
        '      tftp_root (nothing) → /mnt/usb/pilotlight/tftp',
      ].join('\n'),
    );
    expect(stdout).toMatch(/^\+ cgi-bin\/gate {2}[\d.]+ KiB$/m);
    expect(stdout).toContain(`+ tftp/snponly.efi  ${binary.length} B\n`);
    expect(stdout).toMatch(/files: 3 · taken back by rpcd unless everything answers\n$/);
    expect(lab.router.said).toEqual(['survey']);
    expect(existsSync(root)).toBe(false);
  });

  test('as JSON has every change', async () => {
    const { plan, outcome } = json((await router('plan', '--format', 'json')).stdout);
    expect(outcome).toBe(null);
    expect(plan.changes).toContainEqual({
      kind: 'set',
      package: 'dhcp',
      section: '@dnsmasq[0]',
      option: 'enable_tftp',
      from: null,
      to: '1',
    });
    expect(plan.changes).toContainEqual({
      kind: 'add',
      package: 'uhttpd',
      section: 'pilotlight_http',
      type: 'uhttpd',
      options: expect.objectContaining({ listen_http: ['192.168.26.1:8069'], home: '/mnt/usb/pilotlight' }),
    });
    expect(plan.files.map(({ path }: { path: string }) => path)).toEqual([
      'cgi-bin/boot',
      'cgi-bin/gate',
      'tftp/snponly.efi',
    ]);
  });

  test('names packages with the line that installs them, and binaries that are not there', async () => {
    lab = freshRouterLab({ installed: new Set(['dnsmasq', 'block-mount']) });
    rmSync('ipxe', { recursive: true });
    const { code, stdout } = await router('plan');
    expect(code).toBe(0);
    expect(stdout).toContain('+ package uhttpd');
    expect(stdout).toContain('opkg update && opkg install uhttpd; or --install-packages\n');
    expect(stdout).toContain('✗ the iPXE binary ipxe/x86_64/snponly.efi is not there\n');
    expect(stdout).toContain('pilotlight images fetch brings https://example.org/snponly.efi there');
  });

  test('does not take a binary with another hash', async () => {
    writeFileSync('ipxe/x86_64/snponly.efi', 'MZ something else');
    const { stdout } = await router('plan', '--format', 'markdown');
    expect(stdout).toContain('❌ the router cannot be set up');
    expect(stdout).toContain('and images.lock.yaml wants');
    const refused = await router('apply');
    expect(refused).toMatchObject({ code: 4 });
    expect(lab.router.said).not.toContain('apply');
  });

  test('shows texts of the router as they are, and lets none of them drive a terminal or a page', async () => {
    const hostile = `${stockDhcp}config boot 'evil'\n\toption filename '\u001b[2J<img src=x>|\`x\`'\n\n`;
    lab.router = new LivingRouter(survey({ system: 'OpenWrt\u001b[31m' }, { dhcp: hostile }), root);
    const text = await router('plan');
    expect(text.stdout).not.toContain('\u001b');
    expect(text.stdout).toContain('OpenWrt␛[31m');
    const { stdout } = await router('plan', '--format', 'markdown');
    expect(stdout).not.toContain('<img');
    expect(stdout).not.toContain('\u001b');
  });
});

describe('router apply', () => {
  test('sets the router up, and a second time there is nothing to do', async () => {
    const first = await router('apply');
    expect(first).toMatchObject({ code: 0, stderr: expect.any(String) });
    expect(first.stdout).toContain('✓ SSH answers on a new connection\n');
    expect(first.stdout).toMatch(/✓ the router of lab is set up, and the change is confirmed\n$/);
    expect(lab.router.uci.get('dhcp')).toContain("config host 'pilotlight_host_lenovo1'");
    expect(readFileSync(join(root, 'tftp/snponly.efi'), 'utf8')).toBe(binary);
    for (const name of ['gate', 'boot']) {
      expect(readFileSync(join(root, 'cgi-bin', name), 'utf8')).toMatch(/^#!\/bin\/sh\n/);
      expect(statSync(join(root, 'cgi-bin', name)).mode & 0o777).toBe(0o755);
    }
    const again = await router('apply');
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(/\nnothing to do\n✓ nothing to do: the router of lab is set up\n$/);
    expect(lab.router.said.filter((each) => each === 'apply')).toHaveLength(1);
  });

  test('installs packages only when it is told to', async () => {
    lab = freshRouterLab({ installed: new Set(['dnsmasq', 'block-mount']) });
    const refused = await router('apply');
    expect(refused.code).toBe(4);
    expect(refused.stderr).toContain('--install-packages');
    expect(lab.router.said).toEqual(['survey', 'survey']);
    const done = await router('apply', '--install-packages');
    expect(done.code).toBe(0);
    expect(done.stdout).toContain('! installed: uhttpd\n');
    expect(lab.router.said).toContain('install uhttpd');
  });

  test('leaves the router as it was when it does not answer as it should', async () => {
    const before = lab.router.uci;
    lab.http = '<html>';
    const { code, stdout, stderr } = await router('apply', '--format', 'json');
    expect(code).toBe(3);
    expect(lab.router.uci).toEqual(before);
    expect(json(stdout).outcome).toMatchObject({
      result: 'takenBack',
      failure: { message: expect.any(String) },
    });
    expect(stderr).toContain('the router has its old configuration again, read back and compared');
  });

  test('an apply that cuts the connection off comes back by itself', async () => {
    const before = lab.router.uci;
    lab.router.cutOff = true;
    const { code, stderr } = await router('apply', '--confirm-timeout', '30s');
    expect(code).toBe(3);
    expect(lab.router.uci).toEqual(before);
    expect(stderr).toContain('the router took the change back by itself');
  });

  test('does nothing with an inventory that has errors', async () => {
    edit('inventory/nodes/lenovo2.yaml', '192.168.26.12', '192.168.26.11');
    for (const command of ['plan', 'apply']) {
      const { code, stderr } = await router(command);
      expect(code).toBe(2);
      expect(stderr).toContain('PL1204');
    }
    expect(lab.router.said).toEqual([]);
  });
});

describe('router rollback', () => {
  test('puts back what was before the last change', async () => {
    const before = lab.router.uci;
    expect(await router('rollback')).toMatchObject({ code: 4 });
    await router('apply');
    const { code, stdout } = await router('rollback');
    expect(code).toBe(0);
    expect(stdout).toContain('are again as before the last change\n');
    expect(lab.router.uci.get('dhcp')).toBe(before.get('dhcp'));
    const data = json((await router('rollback', '--format', 'json')).stdout);
    expect(data).toMatchObject({ version: 1, site: 'lab', result: 'restored' });
  });
});

describe('router doctor', () => {
  test('names each check, what is wrong, and what to do', async () => {
    const { code, stdout } = await router('doctor');
    expect(code).toBe(1);
    expect(stdout).toContain('✓ ssh            root@192.168.26.1:22 answers\n');
    expect(stdout).toContain('✓ dhcp           dnsmasq serves lan\n');
    expect(stdout).toMatch(/✗ configuration\n {4}✗ the configuration is not the wanted one: \d+ changes\n/);
    expect(stdout).toMatch(/✗ release\n {4}✗ no release is there yet\n {6}run `pilotlight deploy`\n/);
    expect(stdout).toMatch(/\n\d of 11 checks failed\n$/);
  });

  test('has nothing to say once all is done', async () => {
    await router('apply');
    const { code, stdout } = await router('doctor', '--format', 'json');
    const failed = json(stdout).checks.filter(({ state }: { state: string }) => state !== 'ok');
    expect(failed.map(({ name }: { name: string }) => name)).toEqual(['release']);
    expect(code).toBe(1);
    const markdown = await router('doctor', '--format', 'markdown');
    expect(markdown.stdout).toContain('- ✅ gate: the gate is installed and answers\n');
  });

  test('tells who has the address of a node', async () => {
    lab = freshRouterLab({ leases: '1800000000 52:54:00:00:00:99 192.168.26.12 evil\u001b[0m *\n' });
    const { stdout } = await router('doctor');
    expect(stdout).toContain("✗ 52:54:00:00:00:99 (evil␛[0m) has lenovo2's address 192.168.26.12\n");
  });

  test('that the router does not answer is what it finds', async () => {
    lab.refusal = new Failure('world', 'cannot connect to 192.168.26.1:22: connection refused');
    const { code, stdout } = await router('doctor');
    expect(code).toBe(1);
    expect(stdout).toContain('✗ ssh\n    ✗ cannot connect to 192.168.26.1:22: connection refused\n');
  });
});

describe('router status', () => {
  test('tells how each node booted last', async () => {
    lab = freshRouterLab({
      clock: 'Sun Nov 22 21:30:00 UTC 2026',
      log: [
        'Sun Nov 22 21:00:00 2026 daemon.info dnsmasq-dhcp[1]: DHCPDISCOVER(br-lan) 98:fa:9b:1c:2d:01',
        'Sun Nov 22 21:00:01 2026 daemon.info dnsmasq-dhcp[1]: DHCPOFFER(br-lan) 192.168.26.11 98:fa:9b:1c:2d:01',
        'Sun Nov 22 21:00:05 2026 daemon.err dnsmasq-tftp[1]: file /mnt/usb/pilotlight/tftp/\u001b[2Jipxe.efi not found for 192.168.26.11',
        '',
      ].join('\n'),
      leases: '1800000000 98:fa:9b:1c:2d:01 192.168.26.11 lenovo1 *\n',
    });
    lab.gate.uptime = 100_000;
    lab.gate.events.push('99990.00 01234567 asked 98-fa-9b-1c-2d-02 192.168.26.12 ');
    const { code, stdout } = await router('status');
    expect(code).toBe(0);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toMatch(/^lenovo1\.lab\.home\.lerenn\.net +192\.168\.26\.11 +192\.168\.26\.11 +yes$/m);
    expect(stdout).toMatch(
      /^lenovo1\S+ +30 min ago +DHCP → TFTP: not found +it asked TFTP for ␛\[2Jipxe\.efi/m,
    );
    expect(stdout).toMatch(
      /^lenovo2\S+ +10 s ago +gate: own disk +it was not armed, and booted its own disk$/m,
    );
    expect(stdout).toMatch(/^lenovo3\S+ +- +- +the router noticed nothing of it/m);
    expect(stdout).toMatch(/✗ lenovo1\S+: it asked TFTP for .*\n {2}pilotlight router apply puts/);
    const data = json((await router('status', '--format', 'json')).stdout);
    expect(data.boots[0]).toMatchObject({ outcome: 'stuck', mac: '98:fa:9b:1c:2d:01', secondsAgo: 1795 });
    const markdown = (await router('status', '--format', 'markdown')).stdout;
    expect(markdown).not.toContain('\u001b');
    expect(markdown).toContain('| Machine | Last step | Steps | Boot |');
  });

  test('says that the gate is not there', async () => {
    lab.gate.before = () => {
      throw new Failure('world', 'the gate cannot be asked');
    };
    expect((await router('status')).stdout).toContain('! the gate cannot be asked\n');
  });
});

describe.each(['plan', 'apply', 'rollback', 'doctor', 'status'])('router %s', (command) => {
  test('has an example that begins with its name', async () => {
    const { code, stdout } = await router(command, '--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples?:\\n  \\$ pilotlight router ${command}\\b`));
    expect(stdout).toContain('--inventory <folder>');
  });

  test.each(['directory', 'posix'])('is refused where the storage is of the kind %s', async (target) => {
    edit('inventory/site.yaml', 'router:\n', `router:\n  target: ${target}\n`);
    const { code, stdout, stderr } = await router(command);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`router.target: ${target}`);
  });

  test('takes one site of several', async () => {
    for (const name of ['north', 'south']) {
      copyLab(`sites/${name}`);
      edit(`sites/${name}/site.yaml`, 'name: lab', `name: ${name}`);
    }
    const { code, stderr } = await pilotlight(['-i', 'sites', 'router', command]);
    expect(code).toBe(2);
    expect(stderr).toContain('name the site with --site: north, south');
  });
});

test('a command of the group that is not there is met with help', async () => {
  const { code, stderr } = await router('aply');
  expect(code).toBe(2);
  expect(stderr).toContain('apply');
  expect(stderr).toMatch(/^✗ /);
});
