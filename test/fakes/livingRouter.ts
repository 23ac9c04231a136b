import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConnectionLost } from '../../src/ports/remoteShell.ts';
import type { ConfirmedChange, PendingChange, RouterSurvey, RouterSystem } from '../../src/ports/router.ts';
import { parseExport } from '../../src/router/uci/parseExport.ts';
import { findSection } from '../../src/router/uci/reference.ts';
import type { UciPackage, UciSection, UciValue } from '../../src/router/uci/section.ts';
import { sha256 } from '../../src/shared/digest.ts';
import { printExport } from './printExport.ts';

interface Call {
  readonly method: 'add' | 'set' | 'delete';
  readonly message: {
    readonly config: string;
    readonly section?: string;
    readonly type?: string;
    readonly name?: string;
    readonly option?: string;
    readonly values?: Readonly<Record<string, UciValue>>;
  };
}

/**
 * A router that does what it is told: its configuration changes by rpcd's calls, its dnsmasq has the lines of that configuration, and its
 * files are those of a folder. A change comes back when the time is up, which only `wait` moves.
 */
export class LivingRouter implements RouterSystem {
  readonly name = 'root@192.168.26.1:22';
  readonly said: string[] = [];
  uci: ReadonlyMap<string, string>;
  /** Whether the network goes away with a change. */
  cutOff = false;
  now = 0;
  #before:
    | { readonly uci: ReadonlyMap<string, string>; readonly until: number; readonly id: string }
    | undefined;
  #last: ConfirmedChange | undefined;
  readonly #survey: RouterSurvey;
  readonly #root: string;

  /** @param root the storage's root folder */
  constructor(survey: RouterSurvey, root: string) {
    this.#survey = survey;
    this.#root = root;
    this.uci = survey.uci;
  }

  async survey(): Promise<RouterSurvey> {
    this.#say('survey');
    return {
      ...this.#survey,
      uci: this.uci,
      dnsmasq: this.#dnsmasq(),
      udpPorts: this.#lines().some((line) => line === 'enable-tftp') ? [53, 67, 69] : this.#survey.udpPorts,
      tcpPorts: (this.uci.get('uhttpd') ?? '').includes(':8069')
        ? [...this.#survey.tcpPorts, 8069]
        : this.#survey.tcpPorts,
      files: this.#files(),
      ...(this.#before === undefined ? {} : { pending: 'a change that nobody confirmed' }),
      ...(this.#last === undefined ? {} : { last: this.#last }),
    };
  }

  async installPackages(names: readonly string[]): Promise<void> {
    this.#say(`install ${names.join(' ')}`);
    for (const name of names) (this.#survey.installed as Set<string>).add(name);
  }

  async apply(
    { calls }: { readonly calls: string },
    { timeoutSeconds }: { readonly timeoutSeconds: number },
  ): Promise<PendingChange> {
    this.#say('apply');
    this.#begin(timeoutSeconds);
    for (const line of calls.split('\n').filter(Boolean)) this.#carryOut(JSON.parse(line) as Call);
    return { method: 'rpcd', id: 'change' };
  }

  async confirm(): Promise<void> {
    this.#say('confirm');
    const before = this.#before;
    if (before === undefined) return;
    const packages = [...before.uci.keys()].filter((name) => before.uci.get(name) !== this.uci.get(name));
    const kept = new Map(packages.map((name) => [name, before.uci.get(name) ?? '']));
    this.#last = { id: 'change', packages, changedSince: [], before: kept };
    this.#before = undefined;
  }

  async revert(): Promise<void> {
    this.#say('revert');
    this.#takeBack();
  }

  async putBack(
    { before }: ConfirmedChange,
    { timeoutSeconds }: { readonly timeoutSeconds: number },
  ): Promise<PendingChange> {
    this.#say('putBack');
    this.#begin(timeoutSeconds);
    this.uci = new Map([...this.uci, ...before]);
    return { method: 'timer', id: 'back' };
  }

  async revertLeftover(): Promise<boolean> {
    this.#say('revertLeftover');
    const was = this.#before !== undefined;
    this.#takeBack();
    return was;
  }

  async restart(): Promise<void> {
    this.#say('restart');
  }

  async reconnect(): Promise<void> {
    this.#say('reconnect');
  }

  async close(): Promise<void> {}

  /** Time passes. */
  pass(milliseconds: number): void {
    this.now += milliseconds;
    if (this.#before !== undefined && this.now >= this.#before.until) this.#takeBack();
  }

  #say(operation: string): void {
    this.said.push(operation);
    if (this.cutOff && this.#before !== undefined) throw new ConnectionLost('nothing answers');
  }

  #begin(seconds: number): void {
    this.#before = { uci: this.uci, until: this.now + seconds * 1000, id: 'change' };
  }

  #takeBack(): void {
    this.uci = this.#before?.uci ?? this.uci;
    this.#before = undefined;
  }

  #packageOf(name: string): UciPackage {
    const found = parseExport(this.uci.get(name) ?? '', name).value.find((each) => each.name === name);
    return found ?? { name, sections: [] };
  }

  #carryOut({ method, message }: Call): void {
    const { config, section = '', option, values = {} } = message;
    const there = this.#packageOf(config);
    const target = findSection(there, section);
    let sections: readonly UciSection[] = there.sections;
    if (method === 'add') {
      const added = {
        type: message.type ?? '',
        name: message.name,
        options: new Map(Object.entries(values)),
      };
      sections = [...sections, added];
    } else if (method === 'delete' && option === undefined) {
      sections = sections.filter((each) => each !== target);
    } else {
      sections = sections.map((each) => (each === target ? changed(each, option, values) : each));
    }
    this.uci = new Map([...this.uci, [config, printExport({ name: config, sections })]]);
  }

  #lines(): string[] {
    return this.#packageOf('dhcp').sections.flatMap((section) => {
      const text = (option: string) => String(section.options.get(option) ?? '');
      const tag = text('networkid');
      const options = section.options.get('dhcp_option') ?? [];
      if (section.type === 'match') return [`dhcp-match=set:${tag},${text('match')}`];
      if (section.type === 'userclass') return [`dhcp-userclass=set:${tag},${text('userclass')}`];
      if (section.type === 'tag')
        return [options].flat().map((each) => `dhcp-option-force=tag:${section.name},${each}`);
      if (section.type !== 'dnsmasq') return [];
      return text('enable_tftp') === '1' ? ['enable-tftp', `tftp-root=${text('tftp_root')}`] : [];
    });
  }

  #dnsmasq(): string {
    return this.#lines()
      .map((line) => `${line}\n`)
      .join('');
  }

  #files(): ReadonlyMap<string, string> {
    return new Map(
      ['cgi-bin', 'tftp'].flatMap((folder) =>
        namesIn(join(this.#root, folder)).map((name): [string, string] => [
          `${folder}/${name}`,
          sha256(readFileSync(join(this.#root, folder, name))),
        ]),
      ),
    );
  }
}

function changed(
  section: UciSection,
  removed: string | undefined,
  values: Readonly<Record<string, UciValue>>,
): UciSection {
  const options = new Map([...section.options, ...Object.entries(values)]);
  if (removed !== undefined) options.delete(removed);
  return { ...section, options };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
