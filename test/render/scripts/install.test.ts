import { afterEach, describe, expect, test } from 'vitest';
import type { Node, Variant } from '../../../src/inventory/model/node.ts';
import type { Site } from '../../../src/inventory/model/site.ts';
import { requireTool } from '../../tools/tools.ts';
import { cluster, node, site } from '../fixtures/lab.ts';
import {
  completeRouter,
  Machine,
  type Run,
  routerWithoutSums,
  type Shell,
  upstream,
  type World,
} from './rehearsal.ts';

const [one, two, three] = ['lenovo1.lab.example', 'lenovo2.lab.example', 'lenovo3.lab.example'];
const stamp = '/var/lib/pilotlight/k3s-installed';
const join = '/etc/rancher/k3s/config.yaml.d/50-pilotlight-join.yaml';
const ready = { nodes: [`${two} NotReady control-plane`, `${one} Ready,SchedulingDisabled control-plane`] };

const machines: Machine[] = [];
afterEach(() => {
  for (const machine of machines.splice(0)) machine.remove();
});

const called = (run: Run, name: string) => run.calls.filter((call) => call.startsWith(`${name} `));
/** The hosts whose API server was asked. */
const asked = (run: Run) => run.calls.flatMap((call) => /https:\/\/(.*):6443\/ping$/.exec(call)?.[1] ?? []);

describe.each([
  ['dash', 'dash', []],
  ['busybox ash', 'busybox', ['ash']],
] as const)('%s', (_, tool, first) => {
  function machine(
    context: Parameters<typeof requireTool>[1],
    variant: Variant,
    changes: Partial<Node> = {},
    siteChanges: Partial<Site> = {},
  ): Machine {
    const shell: Shell = [requireTool(tool, context), ...first];
    const made = new Machine(shell, site(siteChanges), node(changes), variant);
    machines.push(made);
    return made;
  }

  test('bootstrap: fetches, labels, installs, starts, waits until the node is Ready, and says so', (context) => {
    const disk = machine(context, 'bootstrap');
    const run = disk.run(ready);
    expect(run).toMatchObject({ status: 0 });
    expect(called(run, 'install.sh')).toEqual(['install.sh server skip=true rpm=true version=v1.35.2+k3s1']);
    expect(called(run, 'restorecon')).toEqual([`restorecon -F ${disk.root}/usr/local/bin/k3s`]);
    expect(called(run, 'systemctl')).toEqual(['systemctl start k3s.service']);
    expect(run.calls.at(-2)).toBe('k3s kubectl get nodes --no-headers');
    expect(disk.read(stamp)).toBe('v1.35.2+k3s1 bootstrap\n');
    expect(disk.read('/var/lib/rancher/k3s/agent/images/k3s-airgap-images-amd64.tar.zst')).toBe('images\n');
    expect(disk.read(join)).toBeUndefined();
  });

  test('bootstrap: is not done before its own node is Ready', (context) => {
    const disk = machine(context, 'bootstrap');
    const run = disk.run({ nodes: [`${one} NotReady control-plane`, `${two} Ready control-plane`] });
    expect(run).toMatchObject({ status: 1 });
    expect(run.output).toContain(`${one} is not Ready after 15 minutes`);
    expect(disk.read(stamp)).toBeUndefined();
  });

  test('bootstrap: a short node name is the same machine', (context) => {
    expect(machine(context, 'bootstrap').run({ nodes: ['lenovo1 Ready control-plane'] })).toMatchObject({
      status: 0,
    });
    const other = { nodes: ['lenovo1.other.example Ready control-plane'] };
    expect(machine(context, 'bootstrap').run(other)).toMatchObject({ status: 1 });
  });

  test('bootstrap: never beside a cluster that answers, unless it is its own', (context) => {
    const disk = machine(context, 'bootstrap');
    const refused = disk.run({ ...ready, answering: [three] });
    expect(refused.status).toBe(1);
    expect(refused.output).toContain(`a cluster answers at ${three}: refusing to bootstrap a second one`);
    expect(called(refused, 'install.sh')).toEqual([]);
    disk.write('/var/lib/rancher/k3s/server/db/state', '');
    expect(disk.run({ ...ready, answering: [three] }).status).toBe(0);
  });

  test('bootstrap: where no CNI makes a node Ready, the API is enough', (context) => {
    const bare = { cluster: { ...cluster, cni: 'none', flannelBackend: 'none' } as const };
    const run = machine(context, 'bootstrap', {}, bare).run();
    expect(run.status).toBe(0);
    expect(called(run, 'k3s')).toEqual(['k3s kubectl get --raw /readyz']);
  });

  test('join: passes the first server over when it is dead', (context) => {
    const disk = machine(context, 'join', { hostname: two });
    const run = disk.run({ answering: [three] });
    expect(run).toMatchObject({ status: 0 });
    expect(asked(run)).toEqual([one, three]);
    expect(disk.read(join)).toBe(`server: "https://${three}:6443"\n`);
    expect(called(run, 'install.sh')).toEqual(['install.sh server skip=true rpm=true version=v1.35.2+k3s1']);
    expect(disk.read(stamp)).toBe('v1.35.2+k3s1 join\n');
    expect(called(run, 'k3s')).toEqual([]);
  });

  test.for([one, 'lenovo1'])('join: never through itself, be it called %s', (hostname, context) => {
    const disk = machine(context, 'join', { hostname });
    expect(asked(disk.run({ answering: [one, two] }))).toEqual([two]);
  });

  test('join: asks again with longer and longer pauses, then gives up until systemd starts it again', (context) => {
    const disk = machine(context, 'join');
    const run = disk.run();
    expect(run.status).toBe(1);
    expect(called(run, 'sleep').slice(0, 7)).toEqual(
      [2, 4, 8, 16, 32, 60, 60].map((pause) => `sleep ${pause}`),
    );
    expect(called(run, 'sleep')).toHaveLength(23);
    expect(run.output).toContain('none of these servers answers');
    expect(called(run, 'install.sh')).toEqual([]);
    expect(disk.run({ answering: [two] }).status).toBe(0);
  });

  test('agent: joins as one', (context) => {
    const disk = machine(context, 'agent', { hostname: 'worker1.lab.example', role: 'agent' });
    const run = disk.run({ answering: [two] });
    expect(run.status).toBe(0);
    expect(disk.read(join)).toBe(`server: "https://${two}:6443"\n`);
    expect(called(run, 'install.sh')).toEqual(['install.sh agent skip=true rpm=true version=v1.35.2+k3s1']);
    expect(called(run, 'systemctl')).toEqual(['systemctl start k3s-agent.service']);
  });

  test('with the stamp it does nothing', (context) => {
    const disk = machine(context, 'join');
    disk.write(stamp, '');
    expect(disk.run()).toMatchObject({ status: 0, calls: [] });
  });

  test('a file that is not what the checksums say is not kept', (context) => {
    const disk = machine(context, 'join');
    const url = Object.keys(completeRouter).find((each) => each.endsWith('/k3s')) ?? '';
    const run = disk.run({ answering: [two], served: { ...completeRouter, [url]: 'evil' } });
    expect(run.status).toBe(1);
    expect(run.output).toContain('does not have the sha256 that was published for it');
    expect(disk.read('/usr/local/bin/k3s')).toBeUndefined();
    expect(disk.read('/usr/local/bin/k3s.part')).toBeUndefined();
  });

  test('a file that went bad on the disk is fetched again', (context) => {
    const disk = machine(context, 'join');
    disk.write('/usr/local/bin/k3s', 'half');
    expect(disk.run({ answering: [two] }).status).toBe(0);
    expect(disk.read('/usr/local/bin/k3s')).toContain('#!/bin/sh');
  });

  test('a mirror without checksums is taken as it comes, and said so', (context) => {
    const run = machine(context, 'join').run({ answering: [two], served: routerWithoutSums });
    expect(run.status).toBe(0);
    expect(run.output).toContain('files are not checked against it');
  });

  test('a mirror without the program is an error', (context) => {
    const run = machine(context, 'join').run({ answering: [two], served: {} });
    expect(run.status).toBe(1);
    expect(run.output).toContain('/k3s (curl 22)');
  });

  test('from upstream, the installer fetches the rest by itself', (context) => {
    const disk = machine(context, 'join', {}, { cluster: { ...cluster, source: 'upstream' } });
    const run = disk.run({ answering: [two], served: upstream });
    expect(run.status).toBe(0);
    expect(called(run, 'install.sh')).toEqual(['install.sh server skip= rpm=true version=v1.35.2+k3s1']);
  });

  test.for<[string, World]>([
    ['the router', { broken: ['curl', 'http://192.168.26.1/'] }],
    ['the download of the images', { broken: ['curl', 'airgap'] }],
    ['the installer', { broken: ['install.sh', ''] }],
    ['the unit', { broken: ['systemctl', 'start'] }],
  ])('when %s fails there is no stamp, and the next run ends well', ([, world], context) => {
    const disk = machine(context, 'join');
    expect(disk.run({ answering: [two], ...world }).status).toBe(1);
    expect(disk.read(stamp)).toBeUndefined();
    expect(disk.run({ answering: [two] }).status).toBe(0);
  });

  test('cut at any step, it goes on from there', (context) => {
    const steps = called(machine(context, 'join').run({ answering: [two] }), 'sync').length;
    expect(steps).toBe(6);
    for (let step = 1; step <= steps; step++) {
      const disk = machine(context, 'join');
      const cut = disk.run({ answering: [two], cutAt: step });
      expect({ step, ended: cut.status === 0, steps: called(cut, 'sync').length }).toEqual({
        step,
        ended: false,
        steps: step,
      });
      expect(disk.read(stamp)).toBeUndefined();
      expect(disk.run({ answering: [two] }).status).toBe(0);
      expect(disk.read(stamp)).toBe('v1.35.2+k3s1 join\n');
      expect(disk.read(join)).toBe(`server: "https://${two}:6443"\n`);
    }
  });
});
