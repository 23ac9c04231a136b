import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInventory } from '../../../src/inventory/inventory.ts';
import { edited, lab, publicKey, sourcesOf } from '../sources.ts';

const [type = '', blob = ''] = publicKey.split(' ');
const bare = `${type} ${blob}`;
const print = 'SHA256:ZkAslGjFiUHdGf/WUL8rQvkib4PTvQatUV0OUQSncCA';

function findingsOf(keys: readonly unknown[], router: object = {}) {
  const text = JSON.stringify({ ssh: { hostKeys: keys }, ...router }).slice(1, -1);
  const texts = edited(lab, [
    'site.yaml',
    'router:\n  address: 192.168.26.1\n',
    `router: { address: 192.168.26.1, ${text} }\n`,
  ]);
  return readInventory(sourcesOf(texts)).findings;
}
const codes = (...keys: unknown[]) => findingsOf(keys).map(({ code }) => code);

describe('host keys', () => {
  test.each([
    ['bare', bare],
    ['with a comment of words', `${bare} the router in the cellar`],
    ['a line of ssh-keyscan', `192.168.26.1 ${bare}`],
    ['with its port', `[192.168.26.1]:2222 ${bare}`],
    ['with several names', `router,router.lan,192.168.26.1 ${bare}`],
    ['hashed', `|1|F1E1KeoE/eEWhi10WpGv4OdiO6Y=|3988QV0VE8wmZL7suNrYQLITLCg= ${bare}`],
    ['a fingerprint', print],
    ['a fingerprint of ssh-keygen -l', `256 ${print} root@router (ED25519)`],
  ])('%s is fine', (_, key) => {
    expect(codes(key)).toEqual([]);
  });

  test.each([
    ['an MD5 fingerprint', 'MD5:0f:1e:2d:3c:4b:5a:69:78:87:96:a5:b4:c3:d2:e1:f0', 'MD5'],
    ['one without its name', '256 0f:1e:2d:3c:4b:5a:69:78:87:96:a5:b4:c3:d2:e1:f0 root', 'MD5'],
    ['a revoked key', `@revoked router ${bare}`, 'revokes'],
    ['an authority', `@cert-authority *.lan ${bare}`, 'authority'],
    ['a comment of ssh-keyscan', '# 192.168.26.1:22 SSH-2.0-dropbear', 'comment'],
    ['half a fingerprint', print.slice(0, 30), 'cut short'],
    ['words', 'the key of the router', 'no host key'],
  ])('%s cannot be pinned', (_, key, words) => {
    const [finding, ...others] = findingsOf([key]);
    expect(others).toEqual([]);
    expect(finding?.code).toBe('PL1252');
    expect(finding?.message).toContain(words);
    expect(finding?.hint).toBeDefined();
  });

  test.each([
    ['cut short', bare.slice(0, -12)],
    ['of another type than it says', bare.replace('ssh-ed25519', 'ssh-rsa')],
    ['the same behind a host name', `router ${bare.replace('ssh-ed25519', 'ssh-rsa')}`],
  ])('a key that is %s is damaged', (_, key) => {
    expect(codes(key)).toEqual(['PL1251']);
  });

  test('a key and its fingerprint are one key', () => {
    expect(codes(bare, print)).toEqual(['PL1253']);
    expect(codes(bare, `router ${bare}`, print)).toEqual(['PL1253', 'PL1253']);
  });

  test('the jump host has keys of its own', () => {
    const jump = (hostKeys: readonly string[]) =>
      findingsOf([], { ssh: { hostKeys: [bare], jump: { host: 'gate', hostKeys } } }).map(({ code }) => code);
    expect(jump([bare])).toEqual([]);
    expect(jump(['MD5:nothing'])).toEqual(['PL1252']);
    expect(jump([])).toEqual(['PL1255']);
  });

  test('none are needed for a folder of the runner', () => {
    expect(findingsOf([], { target: 'directory', storage: '/srv/boot' })).toEqual([]);
    expect(findingsOf([], { target: 'posix' }).map(({ code }) => code)).toEqual(['PL1255']);
  });

  test('a text that is no key is not repeated, whatever it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{12,60}$/), (text) => {
        for (const { code, message } of findingsOf([text]))
          if (code === 'PL1252') expect(message).not.toContain(text);
      }),
      { numRuns: 50 },
    );
  });
});
