import type { ConfirmedChange, RouterSurvey } from '../../../ports/router.ts';
import { systemName } from '../../storage/shell/survey/readSystem.ts';
import { pendingWords } from './pendingWords.ts';

/** What the script told, by the words that lead its lines. */
interface Told {
  readonly facts: ReadonlyMap<string, readonly string[]>;
  /** Texts, each line with its end. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A survey from what its script printed; undefined where that ends too early. */
export function readRouterSurvey(answer: string): RouterSurvey | undefined {
  const lines = answer.split('\n');
  if (lines.pop() !== '' || lines.pop() !== 'end') return undefined;
  const told = tellings(lines);
  const { facts, texts } = told;
  const text = (words: string): string => texts.get(words) ?? '';
  const all = (fact: string): readonly string[] => facts.get(fact) ?? [];
  const packageManager = (['apk', 'opkg'] as const).find((name) => all('manager').includes(name));
  return {
    system: systemName(text('release')) ?? 'an unknown system',
    packageManager,
    uptime: Number(all('uptime')[0] ?? 0),
    bootId: all('boot')[0] ?? '',
    uci: new Map(all('package').map((name) => [name, text(`uci ${name}`)])),
    staged: text('staged'),
    rpcd: facts.has('rpcd'),
    installed: new Set(all('installed')),
    missingCommands: all('missing'),
    block: text('block'),
    mounts: text('mounts'),
    addresses: text('addresses'),
    services: text('services'),
    dnsmasq: text('dnsmasq'),
    udpPorts: ports(all('udp')),
    tcpPorts: ports(all('tcp')),
    leases: text('leases'),
    neighbours: text('neighbours'),
    log: text('log'),
    clock: all('clock')[0] ?? '',
    files: readFiles(text('file')),
    pending: pendingWords(all('pending')[0]),
    ...readLast(told),
  };
}

function tellings(lines: readonly string[]): Told {
  const facts = new Map<string, string[]>();
  const texts = new Map<string, string>();
  for (const line of lines) {
    const [, words, rest] = textPattern.exec(line) ?? [];
    if (words !== undefined) {
      texts.set(words, `${texts.get(words) ?? ''}${rest}\n`);
      continue;
    }
    const [, fact = '', value = ''] = /^([a-z]+)(?: (.*))?$/.exec(line) ?? [];
    const known = facts.get(fact);
    if (known === undefined) facts.set(fact, [value]);
    else known.push(value);
  }
  return { facts, texts };
}

/** `uci dhcp +config dnsmasq`: words, a mark, a line. */
const textPattern =
  /^((?:uci|before) [^ ]+|release|staged|block|mounts|addresses|neighbours|services|dnsmasq|leases|log|file) \+(.*)$/s;

/** In hexadecimal on the lines. */
function ports(values: readonly string[]): number[] {
  return [...new Set(values.map((value) => Number.parseInt(value, 16)))].sort((one, other) => one - other);
}

/** `<sha256>  <path>` a line. */
function readFiles(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, digest = '', path = '']) => [path, digest]),
  );
}

function readLast({ facts, texts }: Told): { readonly last?: ConfirmedChange } {
  const id = facts.get('last')?.[0];
  if (id === undefined) return {};
  const packages = facts.get('changes') ?? [];
  return {
    last: {
      id,
      packages,
      changedSince: facts.get('since') ?? [],
      before: new Map(packages.map((name) => [name, texts.get(`before ${name}`) ?? ''])),
    },
  };
}
