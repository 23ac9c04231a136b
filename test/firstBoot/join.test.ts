import { describe, expect, test } from 'vitest';
import { cutAtName } from './cuts.ts';
import { nodes } from './lab/site.ts';
import { useLab } from './lab/useLab.ts';

const useServer2 = useLab(nodes.server2);
const wanted = { node: 'server2', variant: 'join' } as const;
const startFile = 'etc/rancher/k3s/config.yaml.d/50-pilotlight-start.yaml';
const through = (host: string) => [`server joined https://${host}:6443 cluster-init=false`];

describe('a server that joins', () => {
  test('passes over servers that are down, starting or silent', async (context) => {
    const lab = await useServer2(context);
    await lab.siblings.are({
      '192.168.26.11': { kind: 'silent' },
      '192.168.26.13': { kind: 'answers', ca: lab.ca },
    });
    const machine = await lab.machine(wanted, context);
    await machine.boot();
    expect(machine.lab('k3s/starts')).toEqual(through('server3.lab.example'));
  });

  test('waits for one while all answer with errors', async (context) => {
    const lab = await useServer2(context);
    await lab.siblings.are({
      '192.168.26.11': { kind: 'status', ca: lab.ca, status: 503 },
      '192.168.26.13': { kind: 'later', ca: lab.ca, after: 4 },
    });
    const machine = await lab.machine(wanted, context);
    await machine.boot();
    expect(machine.lab('k3s/starts')).toEqual(through('server3.lab.example'));
    expect(machine.journal('pilotlight-k3s-install')).toContain('trying again in 4 s');
  });

  test.for([
    ['its token', 'token'],
    ['its site', 'site'],
  ] as const)('takes only the CA that %s names, and tells of others', async ([, by], context) => {
    const lab = await useServer2(context);
    await lab.siblings.are({
      '192.168.26.11': { kind: 'answers', ca: lab.otherCa },
      '192.168.26.13': { kind: 'answers', ca: lab.ca },
    });
    const pinned =
      by === 'site' ? { k3s: `  caSha256: ${lab.ca.hash}\n` } : { token: `K10${lab.ca.hash}::server:s` };
    const machine = await lab.machine({ ...wanted, ...pinned }, context);
    await machine.boot();
    expect(machine.lab('k3s/starts')).toEqual(through('server3.lab.example'));
    expect(machine.journal('pilotlight-k3s-install')).toContain(
      `not of this cluster: server1.lab.example shows the CA ${lab.otherCa.hash}`,
    );
  });

  test('joins neither of two clusters, where it was not told which', async (context) => {
    const lab = await useServer2(context);
    await lab.siblings.are({
      '192.168.26.11': { kind: 'answers', ca: lab.otherCa },
      '192.168.26.13': { kind: 'answers', ca: lab.ca },
    });
    const machine = await lab.machine(wanted, context);
    const { units } = await machine.boot({ attempts: 1 });
    expect(units.get('pilotlight-k3s-install.service')).toBe('failed');
    expect([machine.lab('k3s/starts'), machine.lab('k3s/installs')]).toEqual([[], []]);
    expect((await lab.heard()).at(-1)).toMatch(
      /^failed unit=pilotlight-k3s-install\.service text=.*two clusters answer: .*pin one by k3s\.caSha256/,
    );
  });

  test('founds no cluster where nobody answers, says so, and joins when somebody does', async (context) => {
    const lab = await useServer2(context);
    const machine = await lab.machine(wanted, context);
    await machine.boot({ attempts: 1 });
    expect(machine.lab('k3s/starts')).toEqual([]);
    expect((await lab.heard()).at(-1)).toMatch(
      /^failed unit=pilotlight-k3s-install\.service text=.*none of these API servers answers/,
    );
    await lab.siblings.are({ '192.168.26.11': { kind: 'answers', ca: lab.ca } });
    await machine.boot();
    expect(machine.lab('k3s/starts')).toEqual(through('server1.lab.example'));
    expect((await lab.heard()).at(-1)).toMatch(/^ready /);
  });

  test('takes another server, where the one that it chose is gone before it could join', async (context) => {
    const lab = await useServer2(context);
    await lab.siblings.are({ '192.168.26.11': { kind: 'answers', ca: lab.ca } });
    const machine = await cutAtName(lab, wanted, 'k3s has a name for etcd', context);
    expect(machine.text(startFile)).toContain('server1.lab.example');
    await lab.siblings.are({ '192.168.26.13': { kind: 'answers', ca: lab.ca } });
    await machine.boot();
    expect(machine.lab('k3s/starts')).toEqual(through('server3.lab.example'));
    expect(machine.text(startFile)).toBe('server: "https://server3.lab.example:6443"\n');
  });

  test('goes by addresses where names do not resolve', async (context) => {
    const lab = await useServer2(context);
    await lab.siblings.are({ '192.168.26.11': { kind: 'answers', ca: lab.ca } });
    const machine = await lab.machine({ ...wanted, dns: false }, context);
    await machine.boot();
    expect(machine.lab('k3s/starts')).toEqual(through('192.168.26.11'));
  });

  test.for(['server2', 'server2.lab.example'])('knows itself as %s', async (name, context) => {
    const lab = await useServer2(context);
    await lab.siblings.are({ '192.168.26.11': { kind: 'answers', ca: lab.ca } });
    const machine = await lab.machine(wanted, context);
    machine.set('k3s/registerAs', name);
    machine.set('k3s/readyAfter', 3);
    await machine.boot();
    expect(machine.lab('k3s/labels').map((line) => line.replace(/=[0-9a-f]{12}$/, '=…'))).toEqual([
      `${name} pilotlight/generation=…`,
      `${name} pilotlight/release=…`,
      `${name} pilotlight/variant=join`,
    ]);
    expect((await lab.heard()).at(-1)).toMatch(/^ready /);
  });
});
