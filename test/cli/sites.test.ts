import { beforeEach, expect, test } from 'vitest';
import { copyLab, edit, pilotlight, useLab } from './pilotlight.ts';

useLab();
beforeEach(() => copyLab('inventory'));

/** Two sites in place of the lab. */
function twoSites(): void {
  copyLab('several/paris');
  copyLab('several/lyon');
  edit('several/paris/site.yaml', 'name: lab', 'name: paris');
  edit('several/lyon/site.yaml', 'name: lab', 'name: lyon');
}

test('lists the sites, with their routers', async () => {
  twoSites();
  const { code, stdout } = await pilotlight(['-i', 'several', 'sites']);
  expect(code).toBe(0);
  expect(stdout).toBe(
    'SITE    NODES   ROUTER         FOLDER\nlyon    3       192.168.26.1   several/lyon\nparis   3       192.168.26.1   several/paris\n',
  );
  const { stdout: json } = await pilotlight(['-i', 'several', 'sites', '--format', 'json']);
  expect(JSON.parse(json)).toMatchObject({
    version: 1,
    sites: [{ site: 'lyon', nodes: 3 }, { site: 'paris' }],
  });
});

test('prints a matrix in one line, with a runner for each site', async () => {
  expect((await pilotlight(['sites', '--matrix'])).stdout).toBe(
    '{"include":[{"site":"lab","runner":["self-hosted"]}]}\n',
  );
  twoSites();
  expect((await pilotlight(['-i', 'several', 'sites', '--matrix'])).stdout).toBe(
    '{"include":[{"site":"lyon","runner":["self-hosted","lyon"]},{"site":"paris","runner":["self-hosted","paris"]}]}\n',
  );
  expect((await pilotlight(['-i', 'several', '-s', 'paris', 'sites', '--matrix'])).stdout).toBe(
    '{"include":[{"site":"paris","runner":["self-hosted","paris"]}]}\n',
  );
});

test('a site that cannot be read is listed all the same, and ends with 1', async () => {
  edit('inventory/site.yaml', 'name: lab', 'name: "$(touch pwned)\\n::error::x"');
  const { code, stdout, stderr } = await pilotlight(['sites', '--matrix']);
  expect(code).toBe(1);
  expect(stdout.split('\n')).toHaveLength(2);
  expect(stdout).not.toContain('pwned');
  expect(stderr).toMatch(/the inventory has errors/);
});
