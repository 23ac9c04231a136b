import type { Flaw } from '../ignition/flaw.ts';
import type { FileElement, NodeFiles, UnitElement } from '../ignition/nodeFiles.ts';
import { clearSecrets } from '../ignition/rules/clearSecret.ts';
import { scriptFlaws } from '../scripts/scriptRules.ts';
import { parseUnit } from '../units/unit.ts';
import { unitFlaws } from '../units/unitRules.ts';

const nothing: NodeFiles = {
  files: [],
  folders: [],
  links: [],
  units: [],
  users: [],
  kernelArguments: { shouldExist: [], shouldNotExist: [] },
};

/** A unit or a script by itself as a configuration that has nothing else, and what is wrong with it. */
export function asConfiguration(
  kind: 'unit' | 'script',
  path: string,
  text: string,
): { nodeFiles: NodeFiles; flaws: readonly Flaw[] } {
  const source = { text, at: [], clear: true };
  const secrets = clearSecrets(source, path);
  if (kind === 'script') {
    const file: FileElement = {
      path,
      mode: 0o755,
      ownedByRoot: true,
      texts: [source],
      partlyUnknown: false,
      undecodable: [],
    };
    return {
      nodeFiles: { ...nothing, files: [{ at: [], element: file }] },
      flaws: [...scriptFlaws(file), ...secrets],
    };
  }
  const unit: UnitElement = {
    name: path.slice(path.lastIndexOf('/') + 1),
    enabled: undefined,
    masked: false,
    contents: source,
    partlyUnknown: false,
    dropins: [],
  };
  return {
    nodeFiles: { ...nothing, units: [{ at: [], element: unit }] },
    flaws: [...unitFlaws(parseUnit(unit)), ...secrets],
  };
}
