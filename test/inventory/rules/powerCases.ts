import type { Case } from './cases.ts';

const node2 = 'nodes/lenovo2.yaml';

/** The second node with these power methods, from line 7 of its file on. */
const power = (...methods: string[]): Case['edits'] => [
  [node2, '', `power:\n${methods.map((method) => `  - ${method}\n`).join('')}`],
];

const bmc = 'user: a, password: { secret: BMC }';

/** Every finding about power methods. */
export const powerCases: readonly Case[] = [
  {
    code: 'PL1210',
    edits: power('{ method: wol }', '{ method: http, on: { url: http://plug/on } }'),
    at: `${node2}:8:3`,
    message: 'no power method can restart a machine that runs',
  },
  {
    code: 'PL1213',
    edits: power(`{ method: amt, address: 192.168.26.51, ${bmc} }`),
    at: `${node2}:8:15`,
    message: 'power method amt is not available in this version',
  },
  {
    code: 'PL1220',
    edits: power(`{ method: redfish, url: http://bmc, ${bmc} }`),
    at: `${node2}:8:29`,
    message: 'the password is sent without TLS',
  },
  {
    code: 'PL1258',
    edits: power('{ method: manual }', '{ method: ssh }'),
    at: `${node2}:9:5`,
    message: 'ssh is never used: it comes behind manual',
  },
  {
    code: 'PL1262',
    edits: power(`{ method: redfish, url: http://bmc, authentication: none, insecure: true }`),
    at: `${node2}:8:63`,
    message: 'insecure has no effect: no certificate is shown without TLS',
  },
  {
    code: 'PL1262',
    edits: power(
      `{ method: redfish, url: https://bmc, ${bmc}, certificateSha256: ${'a'.repeat(64)}, insecure: true }`,
    ),
    at: `${node2}:8:163`,
    message: 'insecure has no effect: the pinned certificate is the only one that will do',
  },
  {
    code: 'PL1262',
    edits: power('{ method: redfish, url: https://bmc, authentication: none, user: a }'),
    at: `${node2}:8:64`,
    message: 'user has no effect: the controller is asked as nobody',
  },
  {
    code: 'PL1262',
    edits: power('{ method: ssh, networkBoot: firmware, entry: "0003" }'),
    at: `${node2}:8:43`,
    message: 'entry has no effect: the firmware chooses what it boots from',
  },
  {
    code: 'PL1262',
    edits: power('{ method: ssh }', '{ method: wol, from: router, port: 7 }'),
    at: `${node2}:9:34`,
    message: 'port has no effect: the router sends to an interface',
  },
  {
    code: 'PL1262',
    edits: power('{ method: ssh }', '{ method: wol, interface: br-lan }'),
    at: `${node2}:9:20`,
    message: 'interface has no effect: only the router is told an interface',
  },
  {
    code: 'PL1293',
    edits: power('{ method: command, off: [./off] }'),
    at: `${node2}:8:5`,
    message: 'power method command has neither on nor cycle',
  },
];
