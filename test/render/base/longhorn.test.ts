import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDocument } from '../../../src/inventory/reading/readDocument.ts';
import { baseConfig } from '../../../src/render/base/config.ts';
import { mergeConfig } from '../../../src/render/butane/mergeConfig.ts';
import { expandOverlay } from '../../../src/render/overlay/expandOverlay.ts';
import { prepareOverlay } from '../../../src/render/overlay/prepareOverlay.ts';
import { cluster, node, site } from '../fixtures/lab.ts';

const lab = site({ cluster: { ...cluster, storage: 'longhorn' } });

const iscsi = (config: ReturnType<typeof baseConfig>) =>
  (config.storage?.files ?? []).filter(({ path }) => /iscsi|modules-load/.test(path));

test.each(['bootstrap', 'join', 'agent'] as const)('what Longhorn needs of a node (%s)', (variant) => {
  const config = baseConfig(lab, node(), variant);
  expect(iscsi(config).map(({ path, contents }) => [path, contents?.inline])).toEqual([
    ['/etc/iscsi/initiatorname.iscsi', 'InitiatorName=iqn.2026-01.example.lab:lenovo1\n'],
    ['/etc/modules-load.d/longhorn.conf', 'iscsi_tcp\ndm_crypt\n'],
  ]);
  expect(config.systemd?.units).toContainEqual({ name: 'iscsid.service', enabled: true });
});

test('nothing of it where no volumes of Longhorn are', () => {
  for (const [each, variant] of [
    [lab, 'none'],
    [site(), 'join'],
  ] as const) {
    const config = baseConfig(each, node(), variant);
    expect(iscsi(config)).toEqual([]);
    expect(config.systemd?.units ?? []).not.toContainEqual(
      expect.objectContaining({ name: 'iscsid.service' }),
    );
  }
});

test('the overlay of the example says the same', () => {
  const file = 'inventory/overlays/longhorn.bu';
  const bytes = readFileSync(file);
  const { value: document } = readDocument(file, bytes);
  if (document === undefined) throw new Error(`${file} cannot be read`);
  const home = { ...lab, domain: 'lab.home.lerenn.net' };
  const each = node({ hostname: 'lenovo1.lab.home.lerenn.net' });
  const overlay = expandOverlay(prepareOverlay(document, bytes.toString()).value, each, home);
  const reference = { file, override: false, from: { file, pointer: [] } };
  const layer = { elements: overlay.value, reference };
  const place = { file, line: 1, column: 1 };
  const base = baseConfig(home, each, 'join');
  const merged = mergeConfig(base, [layer], () => place);
  expect(merged.findings).toEqual([]);
  expect(merged.value['storage.files'].map(({ value }) => value)).toEqual(base.storage?.files);
});
