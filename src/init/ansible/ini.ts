import { type Entry, expandHosts } from './entry.ts';

/** What a section is for: hosts of a group, its groups, or its variables. */
interface Section {
  readonly group: string;
  readonly kind: 'hosts' | 'children' | 'vars';
}

/** Reads an inventory in Ansible's INI form. Nothing is run or expanded but ranges of hosts. */
export function readIni(text: string, file: string): Entry[] {
  let section: Section = { group: 'ungrouped', kind: 'hosts' };
  return text.split(/\r?\n/).flatMap((raw, index): Entry[] => {
    const line = index + 1;
    const content = raw.trim();
    if (content === '' || content.startsWith('#') || content.startsWith(';')) return [];
    const header = /^\[([^\]:]+)(?::(hosts|children|vars))?\]\s*([#;].*)?$/.exec(content);
    if (header !== null) {
      section = { group: header[1] ?? '', kind: (header[2] as Section['kind'] | undefined) ?? 'hosts' };
      return [];
    }
    return readLine(content, section, { file, line });
  });
}

interface Place {
  readonly file: string;
  readonly line: number;
}

function readLine(content: string, { group, kind }: Section, place: Place): Entry[] {
  if (kind === 'children') return [{ kind: 'child', group, child: content.split(/[\s#;]/, 1)[0] ?? content }];
  if (kind === 'vars') {
    const variable = assignment(content);
    return variable === undefined
      ? [{ kind: 'note', ...place, message: 'this is no NAME=value, and is left out' }]
      : [{ kind: 'groupVariable', group, variable: { ...variable, ...place } }];
  }
  return readHost(content, group, place);
}

function readHost(content: string, group: string, place: Place): Entry[] {
  const words = splitWords(content);
  const [pattern = '', ...settings] = words ?? [];
  const hosts = words === undefined ? undefined : expandHosts(withoutPort(pattern));
  if (hosts === undefined)
    return [
      { kind: 'note', ...place, message: 'this line names no hosts that can be read, and is left out' },
    ];
  const variables = settings.map(assignment);
  const odd = variables.some((each) => each === undefined);
  return [
    ...(odd
      ? [
          {
            kind: 'note',
            ...place,
            message: 'not everything behind the host is NAME=value; the rest is left out',
          } as const,
        ]
      : []),
    ...hosts.flatMap((host): Entry[] => [
      { kind: 'host', group, host, ...place },
      ...variables.flatMap((variable): Entry[] =>
        variable === undefined ? [] : [{ kind: 'hostVariable', host, variable: { ...variable, ...place } }],
      ),
    ]),
  ];
}

/** `node1:2222` has a port; an IPv6 address has more colons. */
function withoutPort(pattern: string): string {
  return pattern.replace(/^([^:[\]]+):\d+$/, '$1');
}

function assignment(word: string): { name: string; value: string } | undefined {
  const [, name = '', value = ''] = /^([A-Za-z_][\w.-]*)\s*=\s*(.*)$/.exec(word) ?? [];
  return name === '' ? undefined : { name, value: unquoted(value) };
}

function unquoted(value: string): string {
  const [, quote, inner] = /^(["'])(.*)\1$/.exec(value) ?? [];
  return quote === undefined ? value : (inner ?? '');
}

/** The words of a line, as a shell splits them: quotes keep blanks, a `#` behind a blank begins a comment. Undefined where a quote stays open. */
function splitWords(content: string): string[] | undefined {
  const words: string[] = [];
  const pattern = /\s*(?:(#.*)|((?:"[^"]*"|'[^']*'|[^\s"'])+))/y;
  while (pattern.lastIndex < content.length) {
    const match = pattern.exec(content);
    if (match === null) return /^\s*$/.test(content.slice(words.join(' ').length)) ? words : undefined;
    if (match[2] === undefined) break;
    words.push(match[2]);
  }
  return words;
}
