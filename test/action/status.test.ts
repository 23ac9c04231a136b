import { afterEach, expect, test, vi } from 'vitest';
import { readInputs } from '../../src/action/inputs.ts';
import { outputsOf } from '../../src/action/outputs.ts';
import { statusOfSites } from '../../src/action/status.ts';
import { useDeployedLab } from '../app/arm/lab.ts';
import { ReimageLab } from '../app/reimage/lab.ts';

const lab = useDeployedLab();
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('status asks each node, and tells which ones differ and which do not answer', async () => {
  vi.stubEnv('INPUT_COMMAND', 'status');
  // The log is the runner's, with commands to it.
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const site = new ReimageLab(lab.world, {});
  const [current] = (await statusOfSites(readInputs(), site.world)).statuses ?? [];
  const wanted = (name: string) =>
    current?.report.nodes?.find(({ hostname }) => hostname.startsWith(`${name}.`))?.drift;
  expect(wanted('lenovo1')).toMatchObject({ state: 'differs' });
  site.lose('lenovo3');
  const result = await statusOfSites(readInputs(), site.world);
  expect(result.notes).toEqual([]);
  expect(outputsOf(result, false, [])).toMatchObject({
    drift: 'true',
    'drifted-nodes': JSON.stringify(['lenovo1.lab.home.lerenn.net', 'lenovo2.lab.home.lerenn.net']),
  });
  const picture = JSON.stringify(result.statuses?.[0]?.picture);
  expect(picture).toContain('does not answer');
  expect(picture).toContain('differs');
});
