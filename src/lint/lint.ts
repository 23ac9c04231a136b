import type { Finding } from '../shared/finding.ts';
import { type OpenOptions, type Opinions, openFile } from './files/openFile.ts';
import type { LocalFiles } from './ignition/contents.ts';
import { butaneDialect } from './ignition/dialect.ts';
import { type Locate, placeFlaw } from './ignition/flaw.ts';
import { nodeLinter } from './ignition/nodeLinter.ts';
import { nodeFilesReader } from './ignition/reader.ts';
import { type CollectedScript, collectScripts } from './scripts/collect.ts';
import { type ShellComment, shellcheckFlaws } from './scripts/shellcheck.ts';

/** Elements by section, as merged configurations have them: `{ 'storage.files': [{ value }] }`. */
export type SectionedConfig = Readonly<Record<string, readonly { readonly value: object }[]>>;

/** Lints merged Butane configurations; what nodes share is looked at once. */
export interface Linter {
  /** Findings of a node's configuration. `locate` gets paths into the Butane document: `['storage', 'files', 3, 'mode']`. */
  lintNode(config: SectionedConfig, locate: Locate): Finding[];
  /** The shell scripts of a node's configuration, for shellcheck. */
  scriptsOf(config: SectionedConfig): CollectedScript[];
}

/** Makes a linter for one run. `localFiles` is what `local:` and `trees:` read, by path relative to the inventory folder. */
export function createLinter(localFiles: LocalFiles = new Map()): Linter {
  const read = nodeFilesReader(butaneDialect, localFiles);
  const lint = nodeLinter();
  return {
    lintNode: (config, locate) => lint(read(plainConfig(config)), locate),
    scriptsOf: (config) => collectScripts(read(plainConfig(config))),
  };
}

/** The sections as one plain Butane document. Sections that are one object (`kernel_arguments`) have one element. */
function plainConfig(config: SectionedConfig): Readonly<Record<string, unknown>> {
  const root: Record<string, unknown> = {};
  for (const [section, elements] of Object.entries(config)) {
    const [outer = '', inner] = section.split('.');
    if (inner === undefined) root[outer] = elements[0]?.value;
    else
      root[outer] = { ...(root[outer] as object | undefined), [inner]: elements.map((each) => each.value) };
  }
  return root;
}

/** What shellcheck said of a node's scripts, as findings. Comments are by script id. */
export function lintScripts(
  scripts: readonly CollectedScript[],
  comments: ReadonlyMap<string, readonly ShellComment[]>,
  locate: Locate,
): Finding[] {
  return shellcheckFlaws(scripts, comments).map((flaw) => placeFlaw(flaw, locate));
}

/** Lints a hand-written file: iPXE, Butane, Ignition, a unit or a script, told apart by its name. */
export function lintFile(file: string, text: string, options: OpenOptions & Opinions = {}): Finding[] {
  return openFile(file, text, options).lint(options);
}
