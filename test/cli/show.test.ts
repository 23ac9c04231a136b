import { beforeEach, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { copyLab, edit, pilotlight, useLab } from './pilotlight.ts';

useLab();
beforeEach(() => copyLab('inventory'));

test('shows a node with where each value came from', async () => {
  const { code, stdout, stderr } = await pilotlight(['show', 'lenovo2']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^hostname: lenovo2\.lab\.home\.lerenn\.net +# the file's name and domain$/m);
  expect(stdout).toMatch(/^role: server +# inventory\/nodes\/lenovo2\.yaml:5:7$/m);
  expect(stdout).toMatch(/^architecture: x86_64 +# default$/m);
});

test.each(['lenovo2', 'lenovo2.lab.home.lerenn.net'])('finds a node as %s', async (name) => {
  const { code, stdout } = await pilotlight(['show', name, '--format', 'json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    model: { name: 'lenovo2', role: 'server' },
    origins: { '/role': { kind: 'file', place: { file: 'inventory/nodes/lenovo2.yaml', line: 5 } } },
  });
});

test('shows the site without its nodes, as YAML that parses', async () => {
  const { code, stdout } = await pilotlight(['show', '-f', 'yaml']);
  expect(code).toBe(0);
  expect(parse(stdout)).toMatchObject({
    name: 'lab',
    cluster: { clusterCidr: '10.42.0.0/16', token: { secret: 'K3S_TOKEN' } },
    nodes: ['lenovo1', 'lenovo2', 'lenovo3'],
  });
});

test('tells when each node may reboot for updates, and where that came from', async () => {
  const site = await pilotlight(['show']);
  expect(site.stdout).toMatch(
    /\n# NODE {6}REBOOTS FOR UPDATES \(UTC\)\n# lenovo1 {3}Mon 01:00–05:00\n# lenovo2 {3}Tue 01:00–05:00\n# lenovo3 {3}Wed 01:00–05:00\n$/,
  );
  expect(parse(site.stdout)).toMatchObject({ name: 'lab' });
  const json = JSON.parse((await pilotlight(['show', '--format', 'json'])).stdout);
  expect(json.updates[1]).toEqual({
    node: 'lenovo2',
    strategy: 'windows',
    windows: [{ days: ['Tue'], start: '01:00', lengthMinutes: 240 }],
    text: 'Tue 01:00–05:00',
  });
  const node = await pilotlight(['show', 'lenovo2']);
  expect(node.stdout).toMatch(/- days: \[Tue\] +# the server's turn in the built-in nightly windows\n/);
  expect(node.stdout).toMatch(/\n# NODE {6}REBOOTS FOR UPDATES \(UTC\)\n# lenovo2 {3}Tue 01:00–05:00\n$/);
});

test('leads from the turn of a server to the windows that somebody wrote', async () => {
  edit(
    'inventory/site.yaml',
    'domain:',
    'updates:\n  windows: [{ days: [Sun], start: "22:00", lengthMinutes: 240 }]\ndomain:',
  );
  const { stdout } = await pilotlight(['show', 'lenovo2']);
  expect(stdout).toMatch(
    /start: "23:20" +# the server's turn in the windows \(inventory\/site\.yaml:\d+:12\)\n/,
  );
  expect(stdout).toContain('# lenovo2   Sun 23:20–00:25 next day\n');
});

test('asks whether another node was meant', async () => {
  const { code, stdout, stderr } = await pilotlight(['show', 'lenov1']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe(
    '✗ no node named "lenov1" in lab\n  did you mean lenovo1? nodes there: lenovo1, lenovo2, lenovo3\n',
  );
});

test('names the nodes when none is near', async () => {
  const { code, stderr } = await pilotlight(['show', 'quartz\u001b[2J']);
  expect(code).toBe(2);
  expect(stderr).toContain('nodes there: lenovo1, lenovo2, lenovo3');
  expect(stderr).not.toContain('did you mean');
  expect(stderr).not.toContain('\u001b[2J');
});

test('shows what there is of an inventory with errors, and says so', async () => {
  edit('inventory/nodes/lenovo2.yaml', '192.168.26.12', '192.168.26.11');
  const { code, stdout, stderr } = await pilotlight(['show', 'lenovo2']);
  expect(code).toBe(0);
  expect(stdout).toContain('192.168.26.11');
  expect(stderr).toBe('! the inventory has errors (1): pilotlight check lists them\n');
});

test('fails when nothing can be shown', async () => {
  edit('inventory/site.yaml', 'domain:', 'domain: [');
  const { code, stdout, stderr } = await pilotlight(['show']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('pilotlight check lists them');
});

test('shows several sites as documents of one stream, and as one JSON document', async () => {
  copyLab('sites/north');
  copyLab('sites/south');
  edit('sites/south/site.yaml', 'name: lab', 'name: south');
  const yaml = await pilotlight(['-i', 'sites', 'show', '-f', 'yaml']);
  expect(parseAllDocuments(yaml.stdout).map((each) => each.toJS().name)).toEqual(['lab', 'south']);
  const json = await pilotlight(['-i', 'sites', 'show', '-f', 'json']);
  expect(Object.keys(JSON.parse(json.stdout))).toEqual(['lab', 'south']);
  const one = await pilotlight(['-i', 'sites', '--site', 'south', 'show', '-f', 'json']);
  expect(JSON.parse(one.stdout).model.name).toBe('south');
});
