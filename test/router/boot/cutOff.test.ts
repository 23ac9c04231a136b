import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BootRouter, startBootRouter } from './bootRouter.ts';
import { makeProject, type Project } from './project.ts';

let router: BootRouter;
let project: Project;
beforeEach(async (context) => {
  router = await startBootRouter(context);
  project = makeProject(router, context);
});
afterEach(async () => {
  await router?.close();
  project?.close();
});

const ssh = ['--ssh-key', 'key'] as const;

/** The router's configuration, byte by byte. */
function configuration(): string[] {
  return ['dhcp', 'network', 'uhttpd', 'fstab'].map((name) =>
    readFileSync(join(router.root, 'etc/config', name), 'utf8'),
  );
}

const dnsmasqConf = (): string => readFileSync(router.seen('/var/etc/dnsmasq.conf.cfg01411c'), 'utf8');

test('a change that cuts SSH off is taken back by the router itself, and the operator is told', async () => {
  const before = configuration();
  const conf = dnsmasqConf();
  let during: string[] = [];
  router.onRestart = (service) => {
    const asked = router.restarts.filter((each) => each.startsWith(service)).length;
    if (service === 'uhttpd' && asked === 1) {
      during = configuration();
      router.killSshServer();
    }
    // The network is as it was.
    if (service === 'uhttpd' && asked === 2) void router.startSshServer();
  };
  const { status, stdout, stderr } = await project.pilotlight(
    ...['router', 'apply', '--confirm-timeout', '10s', ...ssh],
  );
  expect(`${status} ${stdout}${stderr}`).toMatch(
    /^[1-9]\d* [\s\S]*the router took the change back by itself/,
  );
  expect(during.join('')).toContain('pilotlight_boot_ipxe');
  expect(configuration()).toEqual(before);
  expect(dnsmasqConf()).toBe(conf);
  expect(router.restarts).toEqual([
    ...['dnsmasq restart', 'uhttpd restart'],
    ...['dnsmasq restart', 'uhttpd restart'],
  ]);

  // Nothing is left in the way of the next one.
  router.onRestart = undefined;
  expect(await project.well('router', 'apply', ...ssh)).toMatch(/the change is confirmed/);
});

test('a change that nobody can boot from is taken back, and one that was confirmed is by rollback', async () => {
  const before = configuration();
  // Something else answers where the gate should.
  router.onRestart = (service) => {
    if (service !== 'uhttpd') return undefined;
    const file = join(router.root, 'etc/config/uhttpd');
    expect(readFileSync(file, 'utf8')).toMatch(/pilotlight_http/);
    router.onRestart = undefined;
    return router.exec('/lab/httpd -p 192.168.77.1:8069 -h /www');
  };
  const { status, stdout, stderr } = await project.pilotlight(
    ...['router', 'apply', '--confirm-timeout', '10s', ...ssh],
  );
  expect(`${status} ${stdout}${stderr}`).toMatch(
    /^[1-9]\d* [\s\S]*cgi-bin\/boot answers with status 404[\s\S]*has its old configuration again/,
  );
  expect(configuration()).toEqual(before);

  await project.well('router', 'apply', ...ssh);
  expect(configuration()).not.toEqual(before);
  await project.well('router', 'rollback', ...ssh);
  expect(configuration()).toEqual(before);
});
