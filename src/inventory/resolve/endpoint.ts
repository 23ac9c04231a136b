import type { Endpoint } from '../model/site.ts';
import { fromFile, type Note } from './note.ts';
import { at, isMap, text, type Written } from './written.ts';

/** The endpoint of the API, with the names and addresses that the servers' certificate needs for it. */
export interface ResolvedEndpoint {
  readonly endpoint: Endpoint;
  readonly names: readonly string[];
}

/** Reads `k3s.endpoint`; undefined where there is none, or where it lacks what its provider needs. */
export function resolveEndpoint(k3s: Written, domain: string, note: Note): ResolvedEndpoint | undefined {
  const written = at(k3s, 'endpoint');
  if (!isMap(written.value)) return undefined;
  const name = qualified(text(at(written, 'name')), domain);
  const address = text(at(written, 'address'));
  const version = text(at(written, 'version'));
  const device = text(at(written, 'interface'));
  note(['endpoint'], fromFile(written));
  if (at(written, 'provider').value === 'dns') {
    return name === undefined ? undefined : { endpoint: { provider: 'dns', name }, names: [name] };
  }
  if (address === undefined || version === undefined) return undefined;
  const endpoint: Endpoint = {
    provider: 'kubeVip',
    address,
    version,
    ...(name === undefined ? {} : { name }),
    ...(device === undefined ? {} : { interface: device }),
  };
  return { endpoint, names: [address, ...(name === undefined ? [] : [name])] };
}

function qualified(name: string | undefined, domain: string): string | undefined {
  return name === undefined || name.includes('.') ? name : `${name}.${domain}`;
}
