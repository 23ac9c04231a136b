import { describe, expect, test } from 'vitest';
import { baseElement, type Element, originOf } from '../../../src/render/butane/element.ts';
import { mergeElements } from '../../../src/render/butane/mergeElements.ts';
import { inShort } from '../overlay/inventory.ts';
import { merging, type OverlayText } from './merging.ts';

const motd = (mode: string, more = '') =>
  `storage:\n  files:\n    - path: /etc/motd\n      mode: ${mode}\n${more}`;

describe('merging', () => {
  test('appends what is new, after what is there, and keeps the identity of what is untouched', () => {
    const file = { path: '/etc/base', mode: 420 };
    const { value, findings } = merging({ storage: { files: [file] } }, motd('0600'));
    expect(findings).toEqual([]);
    expect(value['storage.files'].map(({ key }) => key)).toEqual(['/etc/base', '/etc/motd']);
    expect(value['storage.files'][0]?.value).toBe(file);
  });

  test('the same value twice is fine, and changes nothing', () => {
    const file = { path: '/etc/motd', mode: 0o600 };
    const { value, findings } = merging({ storage: { files: [file] } }, motd('0600'), motd('0600'));
    expect(findings).toEqual([]);
    expect(value['storage.files']).toHaveLength(1);
    expect(value['storage.files'][0]?.value).toBe(file);
  });

  test('joins fields, lists by key and sets, and knows where each part was written', () => {
    const { value, findings } = merging(
      {
        kernel_arguments: { should_exist: ['quiet'] },
        passwd: { users: [{ name: 'core', ssh_authorized_keys: ['one'] }] },
        systemd: { units: [{ name: 'a.service', dropins: [{ name: '1.conf', contents: 'x' }] }] },
      },
      `kernel_arguments: {should_exist: [quiet, debug]}
passwd:
  users:
    - name: core
      ssh_authorized_keys: [one, two]
      groups: [wheel]
systemd:
  units:
    - name: a.service
      enabled: true
      dropins:
        - {name: 2.conf, contents: y}
`,
    );
    expect(findings).toEqual([]);
    const unit = value['systemd.units'][0];
    expect(value.kernel_arguments[0]?.value).toEqual({ should_exist: ['quiet', 'debug'] });
    expect(value['passwd.users'][0]?.value).toEqual({
      name: 'core',
      ssh_authorized_keys: ['one', 'two'],
      groups: ['wheel'],
    });
    expect(unit?.value).toEqual({
      name: 'a.service',
      enabled: true,
      dropins: [
        { name: '1.conf', contents: 'x' },
        { name: '2.conf', contents: 'y' },
      ],
    });
    const overlay = { kind: 'overlay', file: 'inventory/overlays/a.bu' };
    expect(unit && originOf(unit, ['dropins', 0, 'contents'])).toEqual({ kind: 'base' });
    expect(unit && originOf(unit, ['dropins', 1, 'contents'])).toEqual({
      ...overlay,
      pointer: ['systemd', 'units', 0, 'dropins', 0, 'contents'],
    });
    expect(unit && originOf(unit, ['enabled'])).toEqual({
      ...overlay,
      pointer: ['systemd', 'units', 0, 'enabled'],
    });
    expect(value.kernel_arguments[0] && originOf(value.kernel_arguments[0], ['should_exist', 1])).toEqual({
      ...overlay,
      pointer: ['kernel_arguments', 'should_exist', 1],
    });
  });

  test('partitions are told apart by number, and by label where there is none', () => {
    const { value, findings } = merging(
      {
        storage: {
          disks: [{ device: '/dev/a', partitions: [{ number: 4, label: 'root' }, { label: 'data' }] }],
        },
      },
      `storage:
  disks:
    - device: /dev/a
      partitions:
        - {number: 4, size_mib: 1}
        - {label: data, size_mib: 2}
        - {number: 0, label: more}
`,
    );
    expect(findings).toEqual([]);
    expect(value['storage.disks'][0]?.value.partitions).toEqual([
      { number: 4, label: 'root', size_mib: 1 },
      { label: 'data', size_mib: 2 },
      { number: 0, label: 'more' },
    ]);
  });

  test('arguments of mkfs follow one another', () => {
    const fs = (option: string) => `storage: {filesystems: [{device: /dev/a, options: [${option}]}]}`;
    const { value } = merging({}, fs('-K'), fs('-n, "1"'));
    expect(value['storage.filesystems'][0]?.value.options).toEqual(['-K', '-n', '1']);
  });

  test('a hostile key is a key like any other', () => {
    const hostile = (value: string) =>
      `systemd: {units: [{name: a.service, __proto__: {enabled: ${value}}}]}`;
    const { value } = merging({ systemd: { units: [{ name: 'a.service' }] } }, hostile('true'));
    expect(Object.keys(value['systemd.units'][0]?.value ?? {})).toEqual(['name', '__proto__']);
    expect(value['systemd.units'][0]?.value.enabled).toBeUndefined();
    expect(merging({}, hostile('true'), hostile('false')).findings).toHaveLength(1);
  });

  test('what two nodes share on both sides is merged once', () => {
    const unit = (value: object): Element =>
      baseElement('systemd.units', 'a.service', { name: 'a.service', ...value });
    const [first, second] = [unit({ enabled: true }), unit({ mask: false })];
    const { element } = mergeElements(first, second, false);
    expect(element.value).toEqual({ name: 'a.service', enabled: true, mask: false });
    expect(mergeElements(first, second, false).element).toBe(element);
    expect(mergeElements(first, second, true).element).not.toBe(element);
  });
});

describe('a contradiction', () => {
  const cases: readonly (readonly [string, OverlayText[], string[]])[] = [
    [
      'of two overlays',
      [motd('0600'), motd('0644')],
      ['PL2020 4:13 mode of /etc/motd is 0644 here, but 0600 in inventory/overlays/a.bu'],
    ],
    [
      'of contents, which are one unit',
      [
        motd('0600', '      contents: {inline: one}\n'),
        motd('0600', '      contents: {source: "http://example.net/"}\n'),
      ],
      [
        'PL2020 5:17 contents of /etc/motd is {"source":"http://example.net/"} here, but {"inline":"one"} in inventory/overlays/a.bu',
      ],
    ],
    [
      'of contents and contents_local of a unit',
      [
        'systemd: {units: [{name: a.service, contents: one}]}',
        'systemd: {units: [{name: a.service, contents_local: two}]}',
      ],
      [
        'PL2020 1:53 contents_local of a.service is "two" here, but contents "one" in inventory/overlays/a.bu',
      ],
    ],
    [
      'of a file and a directory',
      [motd('0600'), 'storage:\n  directories:\n    - path: /etc/motd\n'],
      ['PL2021 3:7 /etc/motd is a directory here, but a file in inventory/overlays/a.bu'],
    ],
    [
      'with the base',
      ['storage: {files: [{path: /base, mode: 0600}]}'],
      ['PL2020 1:39 mode of /base is 0600 here, but 0644 in the built-in configuration'],
    ],
    [
      'within one overlay',
      ['storage:\n  files:\n    - path: /a\n    - path: /a\n      mode: 1\n'],
      ['PL2006 4:7 /a is in storage.files already'],
    ],
  ];

  test.each(cases)('%s is a finding', (_name, overlays, wanted) => {
    const { findings } = merging({ storage: { files: [{ path: '/base', mode: 0o644 }] } }, ...overlays);
    expect(inShort(findings)).toEqual(wanted);
  });

  test('names the other place, and where the overlay was asked for', () => {
    const [found] = merging({}, motd('0600'), motd('0644')).findings;
    expect(found?.related).toEqual([
      { place: expect.objectContaining({ file: 'inventory/overlays/a.bu', line: 4 }), message: 'set there' },
      { place: expect.objectContaining({ file: 'inventory/site.yaml' }), message: 'asked for there' },
    ]);
    expect(found?.hint).toContain('override: true');
  });

  test('is settled by override, whose values are known to come from there', () => {
    const { value, findings } = merging({}, motd('0600', '      contents: {inline: one}\n'), {
      text: motd('0644', '      contents: {local: two}\n'),
      override: true,
    });
    expect(findings).toEqual([]);
    const [file] = value['storage.files'];
    expect(file?.value).toEqual({ path: '/etc/motd', mode: 0o644, contents: { local: 'two' } });
    expect(file && originOf(file, ['contents', 'local'])).toMatchObject({ file: 'inventory/overlays/b.bu' });
  });

  test('an override makes a file a link, or contents_local of contents', () => {
    const link = merging({}, motd('0600'), {
      text: 'storage: {links: [{path: /etc/motd, target: /x}]}',
      override: true,
    });
    expect(link.findings).toEqual([]);
    expect(link.value['storage.files']).toEqual([]);
    expect(link.value['storage.links']).toHaveLength(1);
    const unit = merging(
      { systemd: { units: [{ name: 'a.service', contents: 'one' }] } },
      {
        text: 'systemd: {units: [{name: a.service, contents_local: two}]}',
        override: true,
      },
    );
    expect(unit.value['systemd.units'][0]?.value).toEqual({ name: 'a.service', contents_local: 'two' });
  });

  test('a third overlay that replaces forgets the places of the second', () => {
    const dropin = (contents: string) =>
      `systemd: {units: [{name: a.service, dropins: [{name: x.conf, contents: ${contents}}]}]}`;
    const { value, findings } = merging({ systemd: { units: [{ name: 'a.service' }] } }, dropin('one'), {
      text: dropin('two'),
      override: true,
    });
    expect(findings).toEqual([]);
    const [unit] = value['systemd.units'];
    expect(unit && originOf(unit, ['dropins', 0, 'contents'])).toMatchObject({
      file: 'inventory/overlays/b.bu',
    });
    expect(unit && originOf(unit, ['dropins', 0, 'name'])).toMatchObject({ file: 'inventory/overlays/a.bu' });
  });
});
