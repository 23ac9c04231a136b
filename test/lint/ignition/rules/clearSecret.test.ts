import { describe, expect, test } from 'vitest';
import { secretMarker } from '../../../../src/shared/secret.ts';
import { codes, lintOneFile, lintUnits, service } from '../../support.ts';

const hex = '0123456789abcdef'.repeat(4);
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJ';

/** Made up of parts, so that this file holds none of them. */
const secrets: Readonly<Record<string, string>> = {
  'a private key': `-----BEGIN OPENSSH ${'PRIVATE'} KEY-----\nb3Blb\n`,
  'a K3s token': `K10${hex}::server:${letters}`,
  'a GitHub token': `gh${'p_'}${letters}`,
  'an AWS key': `AK${'IA'}ABCDEFGHIJKLMNOP`,
  'a password in a URL': 'proxy=http://user:hunter22@proxy.example:3128',
  'a Wi-Fi password': '[wifi-security]\npsk=correcthorse',
  'a K3s setting': 'token: correcthorsebattery',
  'an environment variable': 'API_TOKEN=correcthorsebattery',
};

const lint = (inline: string) =>
  lintOneFile({ path: '/etc/x', mode: 0o600, contents: { inline } }).filter((each) => each.code === 'PL3204');

describe('PL3204, secrets in clear', () => {
  test.each(Object.entries(secrets))('%s', (_, text) => {
    expect(codes(lint(text))).toEqual(['PL3204']);
  });

  test('the message does not repeat the secret', () => {
    for (const text of Object.values(secrets)) {
      const [told] = lint(text);
      expect(JSON.stringify(told)).not.toMatch(/hunter22|correcthorse|abcdefgh|0123456789/);
    }
  });

  test.each([
    `token: ${secretMarker({ secret: 'K3S_TOKEN' })}`,
    `K10${hex}::server:${secretMarker({ secret: 'K3S_TOKEN' })}`,
    'K3S_TOKEN=$1',
    'TOKEN_FILE=/var/lib/token',
    'API_TOKEN=/etc/token-file',
    'token: changeme',
    '-----BEGIN CERTIFICATE-----',
    'http://proxy.example:3128/',
    'PASSWORD=$(cat /etc/password)',
  ])('not %s', (text) => {
    expect(lint(text)).toEqual([]);
  });

  test('in a unit, at the line', () => {
    const [told] = lintUnits({
      'a.service': service('/usr/bin/true').replace('Type=', 'Environment=API_TOKEN=correcthorse\nType='),
    });
    expect(told).toMatchObject({ code: 'PL3204', message: 'a.service has a secret setting in clear' });
  });

  test('long lines without a secret take no time to speak of', () => {
    expect(lint(`${'A_'.repeat(50_000)}\n${'eyJ'.repeat(30_000)}\n${'a://b:'.repeat(20_000)}`)).toEqual([]);
  });
});
