import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { copyLab, edit, pilotlight, useLab } from './pilotlight.ts';
import { useStandIns } from './standIns.ts';

useLab();
beforeAll(() => {
  copyLab('inventory');
  mkdirSync('storage');
  useStandIns();
  edit('inventory/site.yaml', 'router:\n', 'router:\n  gate: static\n');
});

const bootFile = 'storage/pilotlight/tftp/boot.ipxe';
const deploy = (...more: string[]) => pilotlight(['deploy', '--to', 'storage', '--images', '.', ...more]);
/** The release that machines boot. */
const booted = () =>
  /releases\/([0-9a-f]{64})\/boot\.ipxe\n$/.exec(readFileSync(bootFile, 'utf8'))?.[1] ?? '';

test('a plan says in each format that the boot file is written', async () => {
  expect((await deploy('--plan')).stdout).toMatch(
    /\nwrite +tftp\/boot\.ipxe +leads machines to release [0-9a-f]{12}\n/,
  );
  const markdown = (await deploy('--plan', '--format', 'markdown')).stdout;
  expect(markdown).toMatch(/\| write \| <code>tftp\/boot\.ipxe<\/code> \|/);
  const { plan } = JSON.parse((await deploy('--plan', '--format', 'json')).stdout);
  expect(plan.changes.at(-1)).toEqual({ action: 'write', path: 'tftp/boot.ipxe', release: plan.release });
});

test('deploy and rollback write it, and status tells when it is not there', async () => {
  expect((await deploy()).code).toBe(0);
  const first = booted();
  edit('inventory/site.yaml', 'max-pods=', 'max-pods=1');
  expect((await deploy()).code).toBe(0);
  expect(booted()).not.toBe(first);
  expect((await pilotlight(['rollback', '--to', 'storage'])).code).toBe(0);
  expect(booted()).toBe(first);
  rmSync(bootFile);
  expect((await pilotlight(['status', '--to', 'storage'])).stdout).toContain(
    'tftp/boot.ipxe leads machines to no release',
  );
});

test('arm says before it arms what static mode gives up', async () => {
  const { code, stderr } = await pilotlight(['arm', 'lenovo3']);
  expect(code).toBe(4);
  expect(stderr).toContain('EVERY network boot erases and installs it again, until it is disarmed');
  expect(stderr).toContain('--until-disarmed');
});
