import { lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, type TestContext, test } from 'vitest';
import { type Contents, textOf } from './dataUrl.ts';
import { install } from './ignitionRoot.ts';
import { configuration, type PublishedConfiguration } from './releases.ts';

const lab = 'lenovo1.lab.home.lerenn.net';

describe.each([
  ['a node that joins', configuration('lab', lab)],
  ['a node that founds a cluster', configuration('lab', lab, '.bootstrap')],
  ['a node with overlays of every kind', configuration('overlays', 'one.example.org')],
  ['a node without K3s', configuration('no-k3s', 'backup.example.org')],
  ['a node with a bond', configuration('vlan-and-bond', 'bonded.example.org')],
])('the real Ignition installs %s', (_name, published) => {
  test('with every file, folder and link', (context) => {
    const root = installed(published, context);
    const { files, directories = [], links = [] } = configurationOf(published).storage;
    for (const { path, mode, contents } of files) {
      expect({ path, mode: root.mode(path) }).toEqual({ path, mode });
      expect({ path, text: root.text(path) }).toEqual({ path, text: textOf(contents) });
    }
    for (const { path, mode } of directories) expect({ path, mode: root.mode(path) }).toEqual({ path, mode });
    for (const { path, target } of links)
      expect({ path, target: root.target(path) }).toEqual({ path, target });
  });

  test('with every unit, enabled or not as asked', (context) => {
    const root = installed(published, context);
    const { units = [] } = configurationOf(published).systemd ?? {};
    // What is not enabled is left to CoreOS' own presets, which end with `disable *`.
    const enabled = units.filter((unit) => unit.enabled).map(({ name }) => `enable ${name}`);
    const preset = '/etc/systemd/system-preset/20-ignition.preset';
    const lines = enabled.length === 0 ? [] : root.text(preset).trim().split('\n');
    expect(lines.toSorted()).toEqual(enabled.toSorted());
    for (const { name, contents, dropins = [] } of units) {
      if (contents !== undefined) expect(root.text(`/etc/systemd/system/${name}`)).toBe(contents);
      for (const dropin of dropins) {
        expect(root.text(`/etc/systemd/system/${name}.d/${dropin.name}`)).toBe(dropin.contents);
      }
    }
  });
});

describe('a node of the lab has, once it is installed,', () => {
  test('its name, its address, its K3s and its users', (context) => {
    const root = installed(configuration('lab', lab, '.bootstrap'), context);
    expect(root.text('/etc/hostname')).toBe(`${lab}\n`);
    const keyfile = '/etc/NetworkManager/system-connections/lan.nmconnection';
    expect(root.mode(keyfile)).toBe(0o600);
    expect(root.text(keyfile)).toContain('\naddress1=192.168.26.11/24,192.168.26.1\n');
    expect(root.text(keyfile)).toContain('\nmac-address=98:fa:9b:1c:2d:01\n');
    expect(root.mode('/etc/rancher/k3s/config.yaml')).toBe(0o600);
    expect(root.text('/etc/pilotlight/node.env')).toContain("PILOTLIGHT_VARIANT='bootstrap'");
    expect(root.mode('/usr/local/bin/pilotlight-k3s-install')).toBe(0o755);
    expect(root.text('/etc/passwd')).toMatch(/^core:/m);
    expect(root.text('/home/core/.ssh/authorized_keys.d/ignition')).toMatch(/^ssh-ed25519 \S+ ops@/m);
    expect(root.mode('/home/core/.ssh')).toBe(0o700);
  });

  test('no order to found a cluster, unless it is asked for by name', (context) => {
    const root = installed(configuration('lab', lab), context);
    expect(root.text('/etc/rancher/k3s/config.yaml')).not.toContain('cluster-init');
    expect(root.text('/etc/pilotlight/node.env')).toContain("PILOTLIGHT_VARIANT='join'");
  });
});

test('accounts and groups of an overlay are made, with their programs and keys', (context) => {
  const root = installed(configuration('overlays', 'one.example.org'), context);
  expect(root.text('/etc/group')).toMatch(/^example:x:\d+:ops$/m);
  expect(root.text('/home/ops/.ssh/authorized_keys.d/ignition')).toMatch(/^ssh-ed25519 /);
  expect(root.mode('/etc/example/bin/run')).toBe(0o755);
  expect(root.mode('/etc/example/settings.conf')).toBe(0o644);
  expect(root.text('/etc/example/settings.conf')).toBe('literal = {{ as.it.is }}\n');
  expect(root.target('/etc/example/current')).toBe('/etc/example/one.conf');
});

/** What is looked at of an Ignition configuration. */
interface Ignition {
  readonly storage: {
    readonly files: readonly {
      readonly path: string;
      readonly mode: number;
      readonly contents: Contents;
    }[];
    readonly links?: readonly { readonly path: string; readonly target: string }[];
    readonly directories?: readonly { readonly path: string; readonly mode: number }[];
  };
  readonly systemd?: {
    readonly units?: readonly {
      readonly name: string;
      readonly enabled?: boolean;
      readonly contents?: string;
      readonly dropins?: readonly { readonly name: string; readonly contents: string }[];
    }[];
  };
}

function configurationOf({ ignition }: PublishedConfiguration): Ignition {
  return JSON.parse(withPassword(ignition)) as Ignition;
}

/** Puts a value where the hash of a password is referred to, as arming a node does: useradd takes no marker. */
function withPassword(ignition: string): string {
  return ignition.replaceAll('@@pilotlight:secret:OPS_PASSWORD_HASH:1@@', '$6$salt$hash');
}

/** Installs a configuration for one test, and looks into what came of it. */
function installed({ ignition }: PublishedConfiguration, context: TestContext) {
  const root = install(withPassword(ignition), context);
  context.onTestFinished(() => root.remove());
  const at = (path: string): string => join(root.folder, path);
  return {
    text: (path: string): string => readFileSync(at(path), 'utf8'),
    mode: (path: string): number => lstatSync(at(path)).mode & 0o7777,
    target: (path: string): string => readlinkSync(at(path)),
  };
}
