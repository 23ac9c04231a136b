import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Node } from '../../../src/inventory/model/node.ts';
import { nodeK3sConfig, sharedK3sConfig } from '../../../src/render/base/k3sConfig.ts';
import { keyfileText } from '../../../src/render/base/keyfile.ts';
import { tomlString, tomlStrings } from '../../../src/render/base/toml.ts';
import { cluster, node } from '../fixtures/lab.ts';

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', '\\', '"', "'", '#', ';', '=', '[', ']', ':', '-'),
  }),
);

/** Reads a keyfile as GLib does: lines, sections, `key=value`, escapes; a list's separators are escaped by a backslash. */
function readKeyfile(text: string): Record<string, Record<string, string>> {
  const sections: Record<string, Record<string, string>> = {};
  let current: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const section = /^\[([^[\]]*)\]$/.exec(line)?.[1];
    if (section !== undefined) {
      current = {};
      sections[section] = current;
    } else if (line !== '' && !line.startsWith('#')) {
      const [, key = '', value = ''] = /^([^=]*?) *= *(.*?)[ \t]*$/s.exec(line) ?? [];
      current[key] = value;
    }
  }
  return sections;
}

const unescapeKeyfile = (value: string) =>
  value.replace(/\\(.)/gs, (_, each: string) => ({ s: ' ', n: '\n', t: '\t', r: '\r' })[each] ?? each);

describe('keyfiles', () => {
  test('hold any text as one value', () => {
    fc.assert(
      fc.property(nasty, nasty, (one, two) => {
        const read = readKeyfile(keyfileText({ a: { one, other: 'x' }, b: { two } }));
        expect(Object.keys(read)).toEqual(['a', 'b']);
        expect(unescapeKeyfile(read.a?.one ?? '')).toBe(one.replaceAll('\0', ''));
        expect(read.a?.other).toBe('x');
        expect(unescapeKeyfile(read.b?.two ?? '')).toBe(two.replaceAll('\0', ''));
      }),
    );
  });

  test('keep the elements of a list apart', () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1 }), (list) => {
        const value = readKeyfile(keyfileText({ a: { list } })).a?.list ?? '';
        const elements = value.match(/(?:\\.|[^;\\])*;/gs) ?? [];
        expect(elements.map((each) => unescapeKeyfile(each.slice(0, -1)))).toEqual(
          list.map((each) => each.replaceAll('\0', '')),
        );
      }),
    );
  });

  test('leave out what is empty', () => {
    expect(keyfileText({ a: { x: undefined }, b: { list: [], y: 1 }, c: {} })).toBe('[b]\ny=1\n');
  });
});

describe('TOML', () => {
  test('a text stays between its quotes, on its line, and reads as itself', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const written = tomlString(text);
        // Basic strings of TOML 1.0: printable characters, and these escapes.
        expect(written).toMatch(/^"(?:[^"\\\p{Cc}\p{Cs}]|\\(?:[btnfr"\\]|u[0-9a-f]{4}))*"$/u);
        expect(JSON.parse(written)).toBe(text.replace(/\p{Surrogate}/gu, '\ufffd'));
      }),
    );
  });

  test('a delete character and half a surrogate pair', () => {
    expect(tomlString('\x7f\ud800')).toBe('"\\u007f\ufffd"');
    expect(tomlStrings(['a', '"'])).toBe('["a", "\\""]');
  });
});

describe('config.yaml of K3s', () => {
  test('reads as what it was made from, whatever is in it', () => {
    fc.assert(
      fc.property(nasty, nasty, (one, two) => {
        const each: Node = node({
          hostname: one,
          labels: { [two]: one },
          taints: [{ key: one, value: two, effect: 'NoExecute' }],
        });
        const hostile = {
          ...cluster,
          kubeletArguments: [one],
          tlsSans: [two],
          serverConfig: { [`x${two}`]: one },
        };
        const text = sharedK3sConfig(hostile, 'server') + nodeK3sConfig(hostile, each, 'server');
        expect(parse(text, { version: '1.1' })).toEqual({
          token: '@@pilotlight:secret:K3S_TOKEN:1@@',
          'write-kubeconfig-mode': '0600',
          'cluster-cidr': '10.42.0.0/16',
          'service-cidr': '10.43.0.0/16',
          'flannel-backend': 'vxlan',
          'disable-network-policy': true,
          disable: ['traefik', 'servicelb'],
          'tls-san': [two],
          'kubelet-arg': [one],
          [`x${two}`]: one,
          'node-name': one,
          'node-label': [`${two}=${one}`],
          'node-taint': [`${one}=${two}:NoExecute`],
        });
      }),
    );
  });
});
