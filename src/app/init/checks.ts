import ipaddr from 'ipaddr.js';
import { isNodeName } from '../../init/inventory/nodeName.ts';
import { isDevice, isIpv4, k3sVersionOf, macOf } from '../../init/values.ts';
import { readRange, readRouter } from './given.ts';

/** Answers true, or says what is wrong: what a question does before it takes an answer. `check` looks at everything together, later. */
export type AnswerCheck = (text: string) => true | string;

/** Whether an answer may be left out. */
export function orNothing(check: AnswerCheck): AnswerCheck {
  return (text) => text.trim() === '' || check(text);
}

export const answerChecks = {
  domain: (text) =>
    /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/.test(text) ||
    'a DNS domain in lower case, such as rack.example.org',
  router: (text) => readRouter(text) !== undefined || 'an address such as 192.168.26.1, or root@192.168.26.1',
  ipv4: (text) => isIpv4(text) || 'an IPv4 address, such as 192.168.26.11',
  address: (text) => text === 'dhcp' || isIpv4(text) || 'an IPv4 address, or dhcp',
  network: (text) => isNetwork(text) || 'a network such as 192.168.26.0/24',
  pool: (text) => readRange(text) !== undefined || 'two addresses, such as 192.168.26.100-192.168.26.199',
  k3s: (text) => k3sVersionOf(text) !== undefined || 'a release of K3s, such as v1.34.1+k3s1',
  publicKey: (text) =>
    /^(ssh-(ed25519|rsa)|ecdsa-sha2-\S+|sk-\S+) [A-Za-z0-9+/=]{40,}/.test(text) ||
    'a line such as ssh-ed25519 AAAA…',
  path: (text) => text.trim() !== '' || 'a path',
  storage: (text) => /^\/[A-Za-z0-9._/-]*$/.test(text) || 'an absolute path, such as /mnt/usb',
  name: (text) => isNodeName(text) || 'a host name: lower-case letters, digits and hyphens, at most 63',
  mac: (text) => macOf(text) !== undefined || 'a MAC address, such as 98:fa:9b:1c:2d:01',
  disk: (text) => isDevice(text) || 'a path, such as /dev/disk/by-id/nvme-…',
} satisfies Readonly<Record<string, AnswerCheck>>;

function isNetwork(text: string): boolean {
  try {
    const [address, bits] = ipaddr.IPv4.parseCIDR(text);
    return (
      bits >= 8 &&
      bits <= 30 &&
      isIpv4(text.split('/', 1)[0] ?? '') &&
      ipaddr.IPv4.networkAddressFromCIDR(text).toString() === address.toString()
    );
  } catch {
    return false;
  }
}
