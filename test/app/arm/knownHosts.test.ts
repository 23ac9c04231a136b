import { describe, expect, test } from 'vitest';
import { hostKeyPins } from '../../../src/app/arm/hostKeys.ts';
import { knownHosts } from '../../../src/app/arm/knownHosts.ts';
import { knownHostsJson, knownHostsNotes, knownHostsText } from '../../../src/report/knownHostsReport.ts';
import { readGate } from '../../../src/router/gate/state.ts';
import { fingerprint, parseHostKey } from '../../../src/shared/hostKey.ts';
import { sshKeyPair } from '../../shared/sshKeys.ts';
import { routerWorld, selection, useDeployedLab } from './lab.ts';

const lab = useDeployedLab();
const request = { selection, options: {}, hooks: {}, names: [] as string[] };
const keys = [1, 2, 3].map(() => sshKeyPair().publicKey);
const [one = '', two = '', three = ''] = keys;

/** A router whose gate heard keys: of a node, and what it told before. */
function heard(...told: readonly (readonly [node: number, key: string, before?: string])[]) {
  const router = routerWorld(lab.world);
  for (const [node, key, before] of told)
    router.gate.hostKeys.push(
      `940.5 01234567 98-fa-9b-1c-2d-0${node} 192.168.26.9 ${key.slice(12)} ${before?.slice(12) ?? '-'}`,
    );
  return router;
}

describe('known hosts', () => {
  test('are the names and addresses of nodes with the keys that they told', async () => {
    const { world, gate } = heard([3, three], [1, one], [2, two]);
    const [report] = await knownHosts(request, world);
    expect(report && knownHostsText(report)).toBe(
      [
        `lenovo1.lab.home.lerenn.net,lenovo1,192.168.26.11 ${one}`,
        `lenovo2.lab.home.lerenn.net,lenovo2,192.168.26.12 ${two}`,
        `lenovo3.lab.home.lerenn.net,lenovo3,192.168.26.13 ${three}`,
        '',
      ].join('\n'),
    );
    expect(report && knownHostsNotes(report, false)).toBe('');
    const pin = parseHostKey(one);
    expect(JSON.parse(report ? knownHostsJson(report) : '')).toMatchObject({
      version: 1,
      site: 'lab',
      hosts: [
        {
          name: 'lenovo1',
          key: one,
          fingerprint: pin?.kind === 'key' ? fingerprint(pin.blob) : '',
          secondsAgo: 60,
          changed: null,
          unknown: null,
        },
        {},
        {},
      ],
    });
    expect(gate.connections).toBe(0);
  });

  test('are of those that were named', async () => {
    const { world } = heard([1, one], [2, two]);
    const [report] = await knownHosts({ ...request, names: ['lenovo2'] }, world);
    expect(report && knownHostsText(report)).toBe(
      `lenovo2.lab.home.lerenn.net,lenovo2,192.168.26.12 ${two}\n`,
    );
    await expect(knownHosts({ ...request, names: ['lenovo22'] }, world)).rejects.toThrow(
      'did you mean lenovo2?',
    );
  });

  test('say which node is missing, and which key is another one than before', async () => {
    const { world, gate } = heard([1, one, two], [2, two, one], [3, three]);
    gate.events.push(
      '900.25 01234567 ignition 98-fa-9b-1c-2d-02 192.168.26.12 ',
      '950.25 01234567 ignition 98-fa-9b-1c-2d-03 192.168.26.13 ',
    );
    const [report] = await knownHosts(request, world);
    expect(report?.hosts.map(({ key, changed, unknown }) => [key, changed, unknown])).toEqual([
      [one, 'unexplained', null],
      [two, 'installed', null],
      [null, null, 'installed'],
    ]);
    const notes = report ? knownHostsNotes(report, false) : '';
    expect(notes.split('\n')).toEqual([
      expect.stringMatching(/^! lenovo1\S+: the host key SHA256:\S{43} is another one .* compare it/),
      expect.stringMatching(/^! lenovo2\S+: .* as it was installed since: remove the old one/),
      expect.stringMatching(/^! lenovo3\S+: its host key is not known: it was installed since/),
      '',
    ]);
    gate.hostKeys.length = 0;
    const [silent] = await knownHosts({ ...request, names: ['lenovo1'] }, world);
    expect(silent && knownHostsText(silent)).toBe('');
    expect(silent && knownHostsNotes(silent, false)).toBe(
      '! lenovo1.lab.home.lerenn.net: its host key is not known: it told none since the router started\n',
    );
  });

  test('pin the next connection, but to a key that a node may not have any more', async () => {
    const { gate } = heard([1, one], [2, two]);
    gate.events.push('950.25 01234567 ignition 98-fa-9b-1c-2d-02 192.168.26.12 ');
    const open = await gate.open();
    const view = readGate(await open.state());
    const pins = [1, 2, 3].map((node) => hostKeyPins({ macs: [`98:fa:9b:1c:2d:0${node}`] }, view));
    expect(pins).toEqual([[parseHostKey(one)], [], []]);
  });
});
