import { parse } from 'yaml';
import { type Contents, textOf } from '../../../real/dataUrl.ts';
import type { NodeSettings } from './server.ts';

const generation = '/etc/pilotlight/generation.json';
const k3s = '/etc/rancher/k3s/config.yaml';

/** What an Ignition configuration makes of a machine, as far as the lab's machines have it. */
export interface Installed {
  /** Files, by their paths. */
  readonly files: Readonly<Record<string, string>>;
  readonly settings: NodeSettings;
}

/** Does what Ignition does with a configuration that came from the gate. */
export function install(ignition: string): Installed {
  const { storage } = JSON.parse(ignition) as {
    storage: { files: readonly { path: string; contents: Contents }[] };
  };
  const read = (path: string): string => {
    const file = storage.files.find((each) => each.path === path);
    if (file === undefined) throw new Error(`${path} is not in the Ignition`);
    return textOf(file.contents);
  };
  const config = parse(read(k3s)) as {
    'node-label'?: string[];
    'node-taint'?: string[];
    'cluster-init'?: boolean;
  };
  if (config['cluster-init'] === true) throw new Error('it would found a second cluster');
  return {
    files: { [generation]: read(generation), [k3s]: read(k3s) },
    settings: {
      labels: Object.fromEntries((config['node-label'] ?? []).map((text) => text.split('='))),
      taints: (config['node-taint'] ?? []).map((text) => {
        const [, key = '', value = '', effect = ''] = /^([^=:]+)(?:=([^:]*))?:(\w+)$/.exec(text) ?? [];
        return { key, value, effect };
      }),
    },
  };
}
