import { expect, test } from 'vitest';
import { changesInPlace } from '../../../src/render/base/changesInPlace.ts';

test.each([
  ['/etc/pilotlight/servers.env', true],
  ['/etc/pilotlight/k3s.env', true],
  ['/etc/pilotlight/k3s.sha256', true],
  ['/var/lib/rancher/k3s/server/manifests/traefik.yaml', true],
  ['/var/lib/rancher/k3s/server/manifests', false],
  ['/etc/pilotlight/node.env', false],
  ['/etc/rancher/k3s/config.yaml', false],
])('%s: %s', (path, inPlace) => {
  expect(changesInPlace(path)).toBe(inPlace);
});
