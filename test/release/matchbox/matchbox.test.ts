import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { copyLab, pilotlight, useLab } from '../../cli/pilotlight.ts';
import { requireTool, type Skipping } from '../../tools/tools.ts';

useLab();
beforeEach(() => copyLab('inventory'));

/** Runs upstream's matchbox over a folder; answers its URL. */
async function serve(context: Skipping, folder: string): Promise<string> {
  const child: ChildProcess = spawn(requireTool('matchbox', context), [folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill());
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.stdout?.on('data', (line: Buffer) => done(String(line).trim()));
  });
}

const exported = (...more: string[]) =>
  pilotlight(['export', 'matchbox', '--out', 'matchbox', '--url', 'http://matchbox.lab:8080/', ...more]);

/** The lines of a boot script that boot something, as words. */
function commands(script: string): string[][] {
  return script
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([command]) => ['kernel', 'initrd', 'boot'].includes(command ?? ''));
}

test('matchbox boots each MAC as the release does, with the same Ignition', async (context) => {
  const { code, stdout, stderr } = await exported();
  expect(code, stderr).toBe(0);
  expect(stdout).toContain('✓ 3 nodes, 9 files in matchbox\n');
  expect(stderr).toMatch(/EVERY network boot of these machines erases.*\n.*secrets \(K3S_TOKEN\)/);
  await pilotlight(['render', '--out', 'release']);
  const url = await serve(context, 'matchbox');
  for (const [name, mac] of [
    ['lenovo1', '98-fa-9b-1c-2d-01'],
    ['lenovo3', '98:FA:9B:1C:2D:03'],
  ]) {
    const folder = `release/nodes/${name}.lab.home.lerenn.net`;
    const script = await (await fetch(`${url}/ipxe?mac=${mac}`)).text();
    expect(script).toMatch(/^#!ipxe\n/);
    const asset = /coreos\.inst\.ignition_url=http:\/\/matchbox\.lab:8080(\S+)/.exec(script)?.[1] ?? '';
    const expected = readFileSync(`${folder}/install.ipxe`, 'utf8')
      .replace('ignition_url=${ignition-url}', `ignition_url=http://matchbox.lab:8080${asset}`)
      .replaceAll('http://192.168.26.1:8069/images/', 'http://matchbox.lab:8080/assets/images/');
    expect(commands(script)).toEqual(commands(expected));
    const served = Buffer.from(await (await fetch(`${url}${asset}`)).arrayBuffer());
    expect(served.equals(readFileSync(`${folder}/config.ign`))).toBe(true);
  }
  expect((await fetch(`${url}/ipxe?mac=02:00:00:00:00:01`)).status).toBe(404);
});

test('the first server founds a cluster only when that is said', async () => {
  await exported('lenovo1');
  expect(JSON.parse(readFileSync('matchbox/profiles/lenovo1.lab.home.lerenn.net.json', 'utf8')).name).toMatch(
    /\(join\)$/,
  );
  await exported('lenovo1', '--bootstrap');
  expect(JSON.parse(readFileSync('matchbox/profiles/lenovo1.lab.home.lerenn.net.json', 'utf8')).name).toMatch(
    /\(bootstrap\)$/,
  );
  expect(existsSync('matchbox/profiles/lenovo2.lab.home.lerenn.net.json')).toBe(false);
});

test('an export takes away what the one before had, and nothing else', async () => {
  await exported();
  writeFileSync('matchbox/groups/mine.json', '{}');
  writeFileSync(
    'matchbox/pilotlight-export.json',
    JSON.stringify({
      files: [
        '../inventory/site.yaml',
        ...JSON.parse(readFileSync('matchbox/pilotlight-export.json', 'utf8')).files,
      ],
    }),
  );
  await exported('lenovo1');
  expect(existsSync('matchbox/groups/mine.json')).toBe(true);
  expect(existsSync('inventory/site.yaml')).toBe(true);
  expect(existsSync('matchbox/profiles/lenovo2.lab.home.lerenn.net.json')).toBe(false);
  mkdirSync('home');
  writeFileSync('home/letter', '');
  const { code, stderr } = await pilotlight(['export', 'matchbox', '--out', 'home', '--url', 'http://m']);
  expect(code).toBe(4);
  expect(stderr).toContain('home holds files that no export wrote');
});

test.each([
  [['export', 'matchbox', '--out', 'x', '--url', 'http://a b/'], 'is no URL of a server'],
  [['export', 'matchbox', '--out', 'x', '--url', 'http://m/${mac}'], 'is no URL of a server'],
  [['export', 'matchbox', 'lenovo9', '--out', 'x', '--url', 'http://m'], 'no node named "lenovo9"'],
])('%j is refused', async (args, why) => {
  const { code, stderr } = await pilotlight(args);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(why) });
});
