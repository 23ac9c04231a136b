import type { Finding } from '../../shared/finding.ts';
import { at, text, type Written } from '../resolve/written.ts';
import { also, reportKey } from './report.ts';

/** Settings of which one has no effect beside the other. */
interface Contradiction {
  readonly methods: readonly string[];
  /** The setting that decides, what it is then (undefined: left out), and those that have no effect. */
  readonly key: string;
  readonly is: (value: unknown) => boolean;
  readonly idle: readonly string[];
  readonly why: string;
}

const tls = ['certificateSha256', 'certificateAuthority', 'insecure'];
const isFirmware = (value: unknown): boolean => value === 'firmware';

const table: readonly Contradiction[] = [
  {
    methods: ['redfish'],
    key: 'url',
    is: (value) => typeof value === 'string' && value.startsWith('http://'),
    idle: tls,
    why: 'no certificate is shown without TLS',
  },
  {
    methods: ['redfish', 'http'],
    key: 'certificateSha256',
    is: (value) => value !== undefined,
    idle: ['certificateAuthority', 'insecure'],
    why: 'the pinned certificate is the only one that will do',
  },
  {
    methods: ['redfish', 'http'],
    key: 'insecure',
    is: (value) => value === true,
    idle: ['certificateAuthority'],
    why: 'any certificate will do',
  },
  {
    methods: ['redfish'],
    key: 'authentication',
    is: (value) => value === 'none',
    idle: ['user', 'password'],
    why: 'the controller is asked as nobody',
  },
  {
    methods: ['redfish'],
    key: 'networkBoot',
    is: isFirmware,
    idle: ['bootTarget'],
    why: 'the firmware chooses what it boots from',
  },
  {
    methods: ['ssh'],
    key: 'networkBoot',
    is: isFirmware,
    idle: ['entry'],
    why: 'the firmware chooses what it boots from',
  },
  {
    methods: ['ipmi'],
    key: 'networkBoot',
    is: isFirmware,
    idle: ['bootMode'],
    why: 'the firmware chooses what it boots from',
  },
  {
    methods: ['wol'],
    key: 'from',
    is: (value) => value === 'router',
    idle: ['broadcast', 'port'],
    why: 'the router sends to an interface',
  },
  {
    methods: ['wol'],
    key: 'from',
    is: (value) => value !== 'router',
    idle: ['interface'],
    why: 'only the router is told an interface',
  },
];

/** Settings of one power method that contradict each other. */
export function* contradictions(entry: Written): Generator<Finding> {
  const method = text(at(entry, 'method')) ?? '';
  const told = new Set<string>();
  for (const { methods, key, is, idle, why } of table) {
    const deciding = at(entry, key);
    if (!methods.includes(method) || !is(deciding.value)) continue;
    for (const name of idle) {
      const written = at(entry, name);
      const { value } = written;
      if (value === undefined || value === false || told.has(name)) continue;
      told.add(name);
      yield reportKey('PL1262', written, `${name} has no effect: ${why}`, {
        hint: `remove ${name}`,
        related: deciding.value === undefined ? [] : also(deciding),
      });
    }
  }
}
