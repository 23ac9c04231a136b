import { describe, expect, test } from 'vitest';
import type { ButaneConfig } from '../../../src/render/butane/config.ts';
import { planTranslation } from '../../../src/render/butane/translationPlan.ts';
import { merging } from './merging.ts';

type Body = Omit<ButaneConfig, 'variant' | 'version'>;
const plan = (config: Body) => planTranslation(merging(config).value);

/** A node's own things, by a letter; and something that is in its structure. */
const own = (letter: string, path = '/etc/own'): Body => ({
  kernel_arguments: { should_exist: [`node=${letter}`] },
  storage: {
    files: [{ path, contents: { inline: letter } }],
    filesystems: [
      { device: `/dev/disk/by-id/${letter}`, format: 'xfs', path: '/var/x', with_mount_unit: true },
    ],
  },
  systemd: { units: [{ name: 'a.service', contents: `[Unit]\nDescription=${letter}\n` }] },
});

describe('a plan', () => {
  test('has one shape for what differs in contents, kernel arguments and devices only', () => {
    expect(plan(own('a')).shape).toBe(plan(own('b')).shape);
    expect(plan(own('a')).elements.map(({ key }) => key)).not.toEqual(
      plan(own('b')).elements.map(({ key }) => key),
    );
  });

  test.each<[string, Body, Body]>([
    ['a path', own('a'), own('a', '/etc/other')],
    ['emptiness', own('a'), own('')],
    [
      'a name',
      { systemd: { units: [{ name: 'a.service' }] } },
      { systemd: { units: [{ name: 'b.service' }] } },
    ],
    [
      'the order',
      { storage: { files: [{ path: '/a' }, { path: '/b' }] } },
      { storage: { files: [{ path: '/b' }, { path: '/a' }] } },
    ],
    [
      'kernel arguments or none',
      { kernel_arguments: { should_exist: ['a'] } },
      { kernel_arguments: { should_exist: [] } },
    ],
  ])('has another shape for %s', (_name, one, other) => {
    expect(plan(one).shape).not.toBe(plan(other).shape);
  });

  test('looks at what is shared once', () => {
    const file = { path: '/shared', contents: { inline: 'x' } };
    const [first, second] = [
      plan({ storage: { files: [file] } }),
      plan({ storage: { files: [file, { path: '/own' }] } }),
    ];
    expect(second.elements[0]).toBe(first.elements[0]);
  });

  test('names an element by section, too', () => {
    const [file] = plan({ storage: { files: [{ path: '/a', mode: 0o755 }] } }).elements;
    const [directory] = plan({ storage: { directories: [{ path: '/a', mode: 0o755 }] } }).elements;
    expect(file?.key).not.toBe(directory?.key);
  });

  test('names an element that reads a file by that file, too', () => {
    const merged = merging({}, 'storage: {files: [{path: /a, contents: {local: ./x/../f}}]}').value;
    const key = (text: string, executable = false) =>
      planTranslation(merged, [{ path: 'f', bytes: new TextEncoder().encode(text), executable }]).elements[0]
        ?.key;
    expect(key('one')).toBe(key('one'));
    expect(key('one')).not.toBe(key('two'));
    expect(key('one')).not.toBe(key('one', true));
  });

  test.each<[string, boolean]>([
    ['storage: {trees: [{local: a}]}', false],
    ['storage: {luks: [{name: a}]}', false],
    ['storage: {raid: [{name: a}]}', false],
    ['boot_device: {layout: x86_64}', false],
    ['grub: {users: [{name: a}]}', false],
    ['ignition: {timeouts: {http_total: 1}}', false],
    ['storage: {filesystems: [{device: /dev/a, format: swap}]}', false],
    ['storage: {disks: [{device: /dev/a}], filesystems: [{device: /dev/a, format: xfs}]}', false],
    ['storage: {disks: [{device: /dev/b}], filesystems: [{device: /dev/a, format: xfs}]}', true],
  ])('of %s: separable is %s', (text, separable) => {
    expect(planTranslation(merging({}, text).value).separable).toBe(separable);
  });
});
