import { appendFileSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { arm } from '../../../src/app/arm/arm.ts';
import { armJson, armText } from '../../../src/report/armReport.ts';
import { fingerprint, parseHostKey } from '../../../src/shared/hostKey.ts';
import { releaseMarker } from '../../../src/shared/releaseMarker.ts';
import { sshKeyPair } from '../../shared/sshKeys.ts';
import { filesIn } from './ignition.ts';
import { routerWorld, selection, useDeployedLab } from './lab.ts';

const lab = useDeployedLab(() =>
  appendFileSync(
    'inventory/nodes/lenovo2.yaml',
    'sshHostKey: { secret: LENOVO2_SSH_HOST_KEY, version: 2 }\n',
  ),
);
const { text, publicKey } = sshKeyPair();
const pin = parseHostKey(publicKey);
const print = pin?.kind === 'key' ? fingerprint(pin.blob) : '';
const path = '/etc/ssh/ssh_host_ed25519_key';
const generation = '/etc/pilotlight/generation.json';

const armed = async (key: string) => {
  const { world, gate } = routerWorld(lab.world, { K3S_TOKEN: 'x', LENOVO2_SSH_HOST_KEY: key });
  const reports = await arm(selection, ['lenovo2', 'lenovo3'], { seconds: 1800 }, world);
  return { report: reports[0], gate };
};

test('a node is armed with its own host key and the id of its release, which the release itself does not have', async () => {
  const { report, gate } = await armed(text.replaceAll('\n', '\r\n').trimEnd());
  if (report === undefined) throw new Error('no report');
  const [two, three] = ['98-fa-9b-1c-2d-02', '98-fa-9b-1c-2d-03'].map((mac) =>
    filesIn(gate.armed.get(mac)?.ignition ?? ''),
  );
  expect(two?.get(path)).toBe(text);
  expect(three?.has(path)).toBe(false);
  for (const files of [two, three])
    expect(JSON.parse(files?.get(generation) ?? '')).toMatchObject({ release: report.release });
  const released = filesIn(
    readFileSync(
      `storage/pilotlight/releases/${report.release}/nodes/lenovo2.lab.home.lerenn.net/config.ign`,
      'utf8',
    ),
  );
  expect(released.get(path)).toBe('@@pilotlight:secret:LENOVO2_SSH_HOST_KEY:2@@\n');
  expect(JSON.parse(released.get(generation) ?? '')).toMatchObject({ release: releaseMarker });
  expect(armText(report, false).split('\n')[1]).toBe(`  its SSH host key stays ${print}`);
  expect(JSON.parse(armJson(report)).nodes).toMatchObject([{ hostKey: print }, { hostKey: null }]);
});

test('a value that is no host key arms nothing, and is not repeated', async () => {
  const [, line = ''] = text.split('\n');
  const error = await armed(text.replace(line, '')).catch((reason: Error) => reason);
  expect(String(error)).toContain(
    'lenovo2 cannot be armed\n  the value of LENOVO2_SSH_HOST_KEY, for its SSH host key, is damaged',
  );
  for (const each of text.split('\n').filter((part) => part !== ''))
    expect(String(error)).not.toContain(each);
});
