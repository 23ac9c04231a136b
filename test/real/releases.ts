import { cases } from '../golden/cases.ts';
import { readTree } from '../golden/expected.ts';

/** A configuration of a golden release: what is published as Butane, and as Ignition. */
export interface PublishedConfiguration {
  /** `lab nodes/lenovo1.lab.home.lerenn.net/config.bu` */
  readonly title: string;
  readonly butane: string;
  readonly ignition: string;
  /** Folder of the inventory that it was made from: what `local:` and `trees:` are relative to. */
  readonly inventory: string;
}

/** Every configuration of every golden release. */
export const configurations: readonly PublishedConfiguration[] = cases.flatMap(
  ({ name, folder, expected }) => {
    const tree = readTree(expected);
    return [...tree].flatMap(([path, butane]) => {
      if (!path.endsWith('.bu')) return [];
      const ignition = tree.get(path.replace(/\.bu$/, '.ign')) ?? '';
      const inventory = `${folder}/inventory/${path.startsWith('nodes/') ? '' : path.split('/')[0]}`;
      return [{ title: `${name} ${path}`, butane, ignition, inventory }];
    });
  },
);

/** A published configuration by the case and the name of its node's folder. */
export function configuration(caseName: string, hostname: string, variant = ''): PublishedConfiguration {
  const title = `${caseName} nodes/${hostname}/config${variant}.bu`;
  const found = configurations.find((each) => each.title === title);
  if (found === undefined) throw new Error(`no golden release has ${title}`);
  return found;
}
