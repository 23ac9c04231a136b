import { describe, expect, test } from 'vitest';
import { readInventory } from '../../../src/inventory/inventory.ts';
import { edited, lab, sourcesOf } from '../sources.ts';

const secrets = (path: string, text: string) =>
  readInventory(sourcesOf(edited(lab, [path, '', text])))
    .findings.filter(({ code }) => code === 'PL1250')
    .map(({ message }) => message.replace('this looks like a secret in clear: ', ''));

const hash = '$y$j9T$abcdefghijklmnop$0123456789abcdefghijABCDEFGHIJ0123456789abc';

describe('secrets in clear', () => {
  test.each([
    ['a password hash', 'overlays/common.bu', `      password_hash: ${hash}\n`],
    ['a password hash', 'overlays/common.bu', '  hash: "$6$abcdefgh$0123456789abcdefghij"\n'],
    ['a private key', 'overlays/common.bu', '  inline: |\n    -----BEGIN EC PRIVATE KEY-----\n'],
    ['an age key', 'manifests/a.yaml', `a: AGE-SECRET-KEY-1${'QPZRY9X8GF2TVDW0S3JN'}\n`],
    ['a token of a K3s cluster', 'manifests/a.yaml', `a: K10${'0123456789abcdef'.repeat(4)}::server:x\n`],
    ['a GitHub token', 'overlays/common.bu', `# ghp_${'a1B2'.repeat(9)}\n`],
    ['a URL with a password', 'overlays/common.bu', '  url: https://ops:hunter2@example.org/\n'],
    ['a JSON Web Token', 'manifests/a.yaml', 'a: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2ln\n'],
    ['the data of a Kubernetes Secret', 'manifests/a.yaml', 'kind: Secret\nstringData:\n  a: b\n'],
    ['token has its value in clear', 'manifests/a.yaml', 'spec:\n  - token: hunter22\n'],
  ])('%s is one', (what, path, text) => {
    expect(secrets(path, text)).toEqual([what]);
  });

  test('one in a value of site.yaml stands at that value, beside what else is wrong with it', () => {
    const texts = edited(lab, ['site.yaml', 'k3s:\n', 'k3s:\n  agent: { token: hunter22 }\n']);
    const found = readInventory(sourcesOf(texts)).findings.map(({ code, place }) => [
      code,
      place.line,
      place.column,
    ]);
    expect(found).toEqual([
      ['PL1276', 9, 12],
      ['PL1250', 9, 19],
    ]);
  });

  test.each([
    ['overlays/common.bu', '  password_hash: "{{ secret.OPS }}"\n  token: "{{ secret.T }}"\n'],
    ['overlays/common.bu', '  ssh_authorized_keys: [ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgME ops]\n'],
    [
      'overlays/common.bu',
      '  inline: |\n    TOKEN=$(cat /run/token)\n    PASSWORD=${PASSWORD}\n    token=/etc/token\n',
    ],
    ['manifests/a.yaml', 'kind: Secret\ntype: Opaque\n---\nkind: ConfigMap\ndata:\n  a: b\n'],
    [
      'manifests/a.yaml',
      'secretName: tls\npasswordSecretRef:\n  name: x\ntokenKey: abc\nautomountServiceAccountToken: true\n',
    ],
    ['manifests/a.yaml', 'token: null\npassword: ""\nurl: http://192.168.26.1:8080/a@b\n'],
    ['overlays/common.bu', '  source: https://example.org/a:b@c\n  hash: sha512-0123456789abcdef\n'],
  ])('nothing of this is one: %s %s', (path, text) => {
    expect(secrets(path, text)).toEqual([]);
  });
});
