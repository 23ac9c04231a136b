import { expect, test } from 'vitest';
import { baseFindings } from '../../../src/render/base/findings.ts';
import { locate, node, site, withNetwork } from '../fixtures/lab.ts';

test('a site without fault', () => {
  const each = withNetwork({ ntp: ['pool.ntp.org', 'fd00::1'] }, { timezone: 'Etc/GMT+1' });
  expect(baseFindings(site({ nodes: [each] }), locate)).toEqual([]);
});

test('what no file of the node can hold', () => {
  const bond = { mode: 'active-backup', macs: [], options: { 'a b': '1', miimon: '100' } };
  const each = withNetwork({ bond, ntp: ['pool.ntp.org', 'a maxdelay 1'] }, { timezone: '../shadow' });
  const manifests = [
    { file: 'inventory/manifests/traefik.yaml', name: 'traefik.yaml', text: '' },
    { file: 'inventory/manifests/mine.yaml', name: 'mine.yaml', text: '' },
  ];
  const findings = baseFindings(site({ nodes: [node(), each], manifests }), locate);
  expect(findings.map(({ code, message, place }) => [code, message, place.file])).toEqual([
    ['PL2504', '"a maxdelay 1" is no name or address of a time server', '/nodes/1/network/ntp/1'],
    ['PL2504', '"a b" is no option of a bond', '/nodes/1/network/bond/options'],
    ['PL2504', '"../shadow" is no time zone', '/nodes/1/timezone'],
    ['PL2505', 'K3s has a manifest traefik.yaml of its own', 'inventory/manifests/traefik.yaml'],
  ]);
});
