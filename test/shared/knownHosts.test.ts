import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { knownHostKeys } from '../../src/shared/knownHosts.ts';

const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAID5aMjuzdGraV54SEYyO4rmlDeLN4I6mAO8HNBSZhc06';
const hashed = (name: string): string => {
  const salt = Buffer.from('a salt of twenty byt');
  return `|1|${salt.toString('base64')}|${createHmac('sha1', salt).update(name).digest('base64')}`;
};

test.each([
  ['a name', `lenovo1 ${key}`],
  ['one of several names', `other,lenovo1,192.168.26.11 ${key} comment`],
  ['an address', `192.168.26.11 ${key}`],
  ['the usual port', `[lenovo1]:22 ${key}`],
  ['capitals', `LENOVO1 ${key}`],
  ['a hash', `${hashed('lenovo1')} ${key}`],
])('a key is known by %s', (_what, line) => {
  expect(knownHostKeys(`# mine\n\n${line}\r\n`, ['lenovo1', '192.168.26.11'])).toEqual([key]);
});

test.each([
  ['another name', `lenovo2 ${key}`],
  ['a part of it', `lenovo11 ${key}`],
  ['another port', `[lenovo1]:2222 ${key}`],
  ['a pattern', `lenovo* ${key}`],
  ['a revocation', `@revoked lenovo1 ${key}`],
  ['an authority', `@cert-authority lenovo1 ${key}`],
  ['a comment', `#lenovo1 ${key}`],
  ['a hash of another', `${hashed('lenovo2')} ${key}`],
  ['no key', 'lenovo1 ssh-ed25519 AAAA'],
])('no key is known by %s', (_what, line) => {
  expect(knownHostKeys(line, ['lenovo1'])).toEqual([]);
});
