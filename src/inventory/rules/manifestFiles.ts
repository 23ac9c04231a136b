import { type Finding, finding } from '../../shared/finding.ts';
import { at, texts } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { isLabel } from './kubernetesNames.ts';

/** What the manifests that Pilotlight writes begin with. */
const ownPrefix = 'pilotlight-';

/** What every file system takes as a name; release/paths.ts looks at whole paths. */
const portable = /^[A-Za-z0-9._+-]{1,200}$/;
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)\./i;

/**
 * The files of manifests/ have names that K3s takes. It names an object after each: what stands before the first full stop. Source:
 * K3s documents, "Managing Packaged Components", and pkg/deploy/controller.go of k3s-io/k3s.
 */
export function* manifestFiles({ site, manifests }: RuleContext): Generator<Finding> {
  const disabled = new Set(texts(at(site, 'k3s', 'disable')));
  const taken = new Map<string, string>();
  for (const { file, name } of manifests) {
    const place = { file, line: 1, column: 1 };
    const addon = addonOf(name);
    const other = taken.get(addon);
    if (!isLabel(addon) || !portable.test(name) || deviceName.test(name)) {
      const message = isLabel(addon)
        ? `the storage of a router may have no file named ${JSON.stringify(name)}`
        : `K3s cannot make an object named ${JSON.stringify(addon)} for ${name}`;
      yield finding('PL1307', place, message, { hint: renamed(name) });
    } else if (addon.startsWith(ownPrefix)) {
      const message = `${name} has a name that is kept for manifests that Pilotlight writes`;
      yield finding('PL1307', place, message, { hint: `call it ${name.slice(ownPrefix.length)}, say` });
    } else if (other !== undefined) {
      const message = `K3s takes ${name} for the same as ${other.slice(other.lastIndexOf('/') + 1)}`;
      yield finding('PL1307', place, message, {
        hint: 'let the names differ before their first full stop',
        related: [{ place: { file: other, line: 1, column: 1 }, message: 'the other file' }],
      });
    } else taken.set(addon, file);
    const component = name.replace(/\.[^.]*$/, '');
    if (disabled.has(component)) {
      const message = `K3s deletes ${name}, because ${component} is disabled`;
      yield finding('PL1308', place, message, { hint: `call it site-${name}, say` });
    }
  }
}

/** The name of the object that K3s makes for a file. */
function addonOf(name: string): string {
  return name.split('.', 1)[0] ?? '';
}

function renamed(name: string): string {
  const addon = addonOf(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (addon === '') return 'begin the name with a small letter or a digit';
  return deviceName.test(`${addon}.`)
    ? `call it site-${addon}.yaml, say`
    : `call it ${addon.slice(0, 63).replace(/-+$/, '')}.yaml, say`;
}
