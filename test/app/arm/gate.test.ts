import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { arm } from '../../../src/app/arm/arm.ts';
import { armed } from '../../../src/app/arm/armed.ts';
import { disarm } from '../../../src/app/arm/disarm.ts';
import { discover } from '../../../src/app/arm/discover.ts';
import { armedJson, armedText } from '../../../src/report/armedReport.ts';
import { disarmText } from '../../../src/report/disarmReport.ts';
import { discoverJson, discoverText } from '../../../src/report/discoverReport.ts';
import { breaking } from '../../fakes/memoryGate.ts';
import { routerWorld, selection, useDeployedLab } from './lab.ts';

const lab = useDeployedLab();
const request = { selection, options: {}, hooks: {} };

/** A router whose gate has lenovo2 and lenovo3 armed. */
async function armedRouter() {
  const router = routerWorld(lab.world, { K3S_TOKEN: 'token' });
  const [report] = await arm(selection, ['lenovo2', 'lenovo3'], { seconds: 1800 }, router.world);
  return { ...router, release: report?.release.slice(0, 12) };
}

describe('armed', () => {
  test('tells what is armed, for how long, and what was seen', async () => {
    const { world, gate, release } = await armedRouter();
    gate.events.push(
      '930.50 01234567 script 98-fa-9b-1c-2d-02 192.168.26.12 of an earlier time',
      '955.25 01234567 script 98-fa-9b-1c-2d-02 192.168.26.12 ',
      '990.25 01234567 ignition 98-fa-9b-1c-2d-02 192.168.26.12 ',
      '990.25 deadbeef ready 98-fa-9b-1c-2d-03 192.168.26.13 of another boot',
    );
    const [report] = await armed(request, world);
    expect(report && armedText(report, false)).toBe(
      [
        'lab · root@router:22',
        'NODE                          RELEASE        VARIANT   LEFT     SEEN',
        `lenovo2.lab.home.lerenn.net   ${release}   join      29 min   fetched its Ignition 10 s ago`,
        `lenovo3.lab.home.lerenn.net   ${release}   join      29 min   nothing yet`,
        '',
      ].join('\n'),
    );
    expect(JSON.parse(report ? armedJson(report) : '')).toMatchObject({
      version: 1,
      site: 'lab',
      nodes: [
        {
          variant: 'join',
          remainingSeconds: 1740,
          seen: [{ kind: 'script' }, { kind: 'ignition', secondsAgo: 10 }],
        },
        {},
      ],
      ended: [],
    });
    expect(gate.connections).toBe(0);
  });

  test('tells why a first boot fails, and shows nothing of it that drives a terminal', async () => {
    const { world, gate, release } = await armedRouter();
    const text = 'a%20b%0A%1b%5B2Jno%20server%20answers%E2%80%AE%0D%0A';
    gate.events.push(
      `980.25 01234567 failed 98-fa-9b-1c-2d-02 192.168.26.12 unit=pilotlight-k3s-install.service text=${text}`,
      '990.25 01234567 failed 98-fa-9b-1c-2d-03 192.168.26.13 unit=%1b%5B31m%0Aevil text=%C3',
    );
    const [report] = await armed(request, world);
    expect(report && armedText(report, false).split('\n').slice(2)).toEqual([
      `lenovo2.lab.home.lerenn.net   ${release}   join      29 min   K3s install failed 20 s ago: ?[2Jno server answers?`,
      `lenovo3.lab.home.lerenn.net   ${release}   join      29 min   ?[31m?evil failed 10 s ago: ?`,
      '',
    ]);
    expect(JSON.parse(report ? armedJson(report) : '').nodes[0].seen[0]).toMatchObject({
      unit: 'pilotlight-k3s-install.service',
      lines: ['a b', '?[2Jno server answers?'],
    });
  });

  test('tells for a day how it ended', async () => {
    const { world, gate } = routerWorld(lab.world);
    const event = (uptime: number, kind: string, last: number, more = '') =>
      `${uptime} 01234567 ${kind} 98-fa-9b-1c-2d-0${last} ${kind === 'failed' ? '192.168.26.1' : '-'} ${more}`;
    gate.uptime = 90_000;
    gate.events.push(
      event(10, 'armed', 4, 'old.lab'),
      event(20, 'expired', 4),
      event(86_000, 'armed', 1, 'one.lab'),
      event(86_500, 'failed', 1, 'unit=pilotlight-k3s-install text=no%20room'),
      event(87_800, 'expired', 1, 'one.lab'),
      event(88_000, 'armed', 2, 'two.lab'),
      event(89_000, 'ready', 2, 'generation=x'),
      event(89_000, 'disarmed', 2, 'installed'),
      event(89_400, 'armed', 3, 'three.lab'),
      event(89_700, 'disarmed', 3, 'three.lab'),
      event(89_800, 'asked', 5),
    );
    const [report] = await armed(request, world);
    expect(report && armedText(report, false).split('\n').slice(1)).toEqual([
      'no node is armed: every machine boots its own disk',
      '',
      'ENDED       WHEN         HOW',
      'three.lab   5 min ago    it was disarmed',
      'two.lab     17 min ago   it reported that it is ready',
      'one.lab     37 min ago   its time was up; K3s install failed 58 min ago: no room',
      '',
    ]);
    expect(JSON.parse(report ? armedJson(report) : '').ended).toMatchObject([
      { hostname: 'three.lab', mac: '98:fa:9b:1c:2d:03', how: 'disarmed', secondsAgo: 300, seen: [] },
      { how: 'ready', seen: [{ kind: 'ready' }] },
      { how: 'expired', seen: [{ kind: 'failed', unit: 'pilotlight-k3s-install' }] },
    ]);
  });

  test('tells nothing of an arming that ended, where the node is armed again', async () => {
    const { world, gate } = await armedRouter();
    gate.events.push(
      '900.25 01234567 armed 98-fa-9b-1c-2d-02 - lenovo2.lab',
      '910.25 01234567 disarmed 98-fa-9b-1c-2d-02 - lenovo2.lab',
    );
    const [report] = await armed(request, world);
    expect(report?.ended).toEqual([]);
  });

  test('tells that nothing is', async () => {
    const { world } = routerWorld(lab.world);
    const [report] = await armed(request, world);
    expect(report && armedText(report, false)).toBe(
      'lab · root@router:22\nno node is armed: every machine boots its own disk\n',
    );
  });

  test('is asked of a router only', async () => {
    const { world } = routerWorld(lab.world);
    await expect(armed({ ...request, options: { to: 'storage' } }, world)).rejects.toMatchObject({
      kind: 'usage',
    });
  });
});

describe('disarm', () => {
  test('takes back what was named, and says what was not armed', async () => {
    const { world, gate } = await armedRouter();
    gate.before = breaking(1, 'disarm');
    const [report] = await disarm({ ...request, names: ['lenovo3', 'lenovo1'] }, world);
    expect([...gate.armed.keys()]).toEqual(['98-fa-9b-1c-2d-02']);
    expect(report && disarmText(report, false)).toBe(
      '✓ lenovo3.lab.home.lerenn.net is not armed any more: it boots its own disk\n✓ lenovo1.lab.home.lerenn.net was not armed\n',
    );
  });

  test('takes back everything', async () => {
    const { world, gate } = await armedRouter();
    await disarm({ ...request, names: 'all' }, world);
    expect(gate.armed.size).toBe(0);
    const [report] = await disarm({ ...request, names: 'all' }, world);
    expect(report && disarmText(report, false)).toBe('✓ lab: no node was armed\n');
  });

  test('knows a node that is armed, and no longer in the inventory', async () => {
    const { world, gate } = await armedRouter();
    const [first] = gate.armed.values();
    if (first === undefined) throw new Error('nothing is armed');
    gate.armed.set('02-00-00-00-00-01', {
      ...first,
      record: { ...first.record, hostname: 'gone.lab.home.lerenn.net', macs: ['02:00:00:00:00:01'] },
    });
    await disarm({ ...request, names: ['gone'] }, world);
    expect(gate.armed.has('02-00-00-00-00-01')).toBe(false);
  });

  test('tells names that nobody knows, and what it did all the same', async () => {
    const { world } = await armedRouter();
    await expect(disarm({ ...request, names: ['lenovo2', 'nobody'] }, world)).rejects.toThrow(
      'no node named "nobody" is armed, or in the inventory; disarmed: lenovo2.lab.home.lerenn.net',
    );
  });
});

describe('discover', () => {
  const seen = (mac: string, uptime: number, more: string) =>
    `${uptime} 01234567 ${mac} 192.168.26.150 ${more}`;

  test('lists machines that no node file names, and writes a file for each', async () => {
    const { world, gate } = routerWorld(lab.world);
    gate.discovered.push(
      seen('02-00-00-00-00-0a', 940, 'manufacturer=LENOVO product=M70q serial=S%1b[31m1 arch=x86_64'),
      seen('02-00-00-00-00-0b', 995, ''),
      seen('98-fa-9b-1c-2d-02', 999, 'serial=known'),
    );
    const [listed] = await discover({ ...request, write: false }, world);
    expect(listed && discoverText(listed, false)).toBe(
      [
        'MAC                 ADDRESS          MACHINE       SERIAL    ARCHITECTURE   SEEN',
        '02:00:00:00:00:0b   192.168.26.150   -             -         -              5 s ago',
        '02:00:00:00:00:0a   192.168.26.150   LENOVO M70q   S?[31m1   x86_64         1 min ago',
        '',
      ].join('\n'),
    );
    const path = 'inventory/nodes/new-02000000000b.yaml';
    writeFileSync(path, 'mine\n');
    const [written] = await discover({ ...request, write: true }, world);
    expect(readFileSync(path, 'utf8')).toBe('mine\n');
    expect(written && discoverText(written, false)).toContain(
      `! ${path} is there already, and was left as it is\n`,
    );
    const made = 'inventory/nodes/new-02000000000a.yaml';
    expect(written && discoverText(written, false)).toContain(
      `✓ ${made}: give it its installDisk and its role`,
    );
    expect(parse(readFileSync(made, 'utf8'))).toMatchObject({ macs: ['02:00:00:00:00:0a'], role: 'none' });
    expect(JSON.parse(written ? discoverJson(written) : '').machines[0]).toMatchObject({
      mac: '02:00:00:00:00:0b',
      file: { path, made: false },
    });
  });

  test('says how machines come to be seen, when none was', async () => {
    const { world } = routerWorld(lab.world);
    const [report] = await discover({ ...request, write: true }, world);
    expect(report && discoverText(report, false)).toBe(
      'lab: no unknown machine was seen; machines tell what they are only with unknownMachines: discover (now localBoot)\n',
    );
    expect(existsSync('inventory/nodes/new-.yaml')).toBe(false);
  });
});
