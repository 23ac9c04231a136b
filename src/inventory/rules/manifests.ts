import type { Finding } from '../../shared/finding.ts';
import type { ChartName, Cluster } from '../model/site.ts';
import { at, isMap, text, type Written } from '../resolve/written.ts';
import { knownCharts } from './charts.ts';
import type { RuleContext } from './context.ts';
import { isLabel, nameFault } from './kubernetesNames.ts';
import { type ManifestObject, objectsOf } from './manifestObjects.ts';
import { also, report, reportKey } from './report.ts';

/** The documents of manifests/ are Kubernetes objects, and each object is described once: by the site or by Pilotlight. */
export function* manifests({ manifests, resolved }: RuleContext): Generator<Finding> {
  const rendered = renderedCharts(resolved.site.cluster?.charts ?? {});
  const known = new Map<string, ManifestObject>();
  for (const object of manifests.flatMap(({ documents }) => documents.flatMap(objectsOf))) {
    const faults = [...objectFindings(object)];
    yield* faults;
    const identity = identityOf(object);
    if (faults.length > 0 || identity === undefined) continue;
    const former = known.get(identity);
    if (rendered.has(identity))
      yield report('PL1306', nameOf(object), `Pilotlight's own manifest describes ${shown(object)}, too`, {
        hint: 'remove it: what differs from the defaults stands below charts in site.yaml',
      });
    else if (former === undefined) known.set(identity, object);
    else
      yield report('PL1306', nameOf(object), `${shown(object)} is described twice`, {
        hint: 'remove one of the two, or give one another name or namespace',
        related: also(nameOf(former), 'the other one'),
      });
  }
}

/** The identities of the objects that Pilotlight writes for charts. */
function renderedCharts(charts: Cluster['charts']): ReadonlySet<string> {
  const names = (Object.keys(charts) as ChartName[]).map((key) => knownCharts[key].name);
  return new Set(
    names.map((name) =>
      identity({ group: 'helm.cattle.io', kind: 'HelmChart', namespace: 'kube-system', name }),
    ),
  );
}

const example = 'an object begins with apiVersion, kind and metadata: { name: … }';

function* objectFindings(object: ManifestObject): Generator<Finding> {
  const { written, typed } = object;
  if (!isMap(written.value)) {
    const what = Array.isArray(written.value) ? 'a list' : 'a single value';
    yield report('PL1305', written, `here stands ${what}, not a Kubernetes object`, { hint: example });
    return;
  }
  const parts = [
    ...(typed ? [] : [at(written, 'apiVersion'), at(written, 'kind')]),
    at(written, 'metadata', 'name'),
  ];
  const missing = parts.filter(({ value }) => value === undefined || value === null || value === '');
  if (missing.length > 0) {
    const names = missing.map(({ pointer }) => pointer.slice(written.pointer.length).join('.'));
    const [first] = missing.length === 1 ? missing : [];
    yield report('PL1305', first ?? written, `this object has no ${names.join(', no ')}`, {
      hint: at(written, 'metadata', 'generateName').value === undefined ? example : noGeneratedName,
    });
  }
  for (const part of parts)
    if (!missing.includes(part) && text(part) === undefined) yield noText(part, written);
  yield* formFindings(object);
}

const noGeneratedName = 'metadata.generateName makes a new object at each start of K3s: write metadata.name';

function noText(part: Written, { pointer }: Written): Finding {
  const name = part.pointer.slice(pointer.length).join('.');
  return report('PL1305', part, `${name} is no text`, { hint: 'put it in quotes' });
}

/** What is a text, but none that Kubernetes takes. */
function* formFindings({ written, group, kind, name, namespace }: ManifestObject): Generator<Finding> {
  const version = at(written, 'apiVersion');
  const given = text(version);
  if (given && !/^([a-z0-9][a-z0-9.-]*\/)?v[0-9][a-z0-9]*$/.test(given))
    yield report('PL1305', version, `apiVersion ${JSON.stringify(given)} is no version of an API`, {
      hint: 'write v1, or a group and a version such as apps/v1',
    });
  if (kind && !/^[A-Za-z][A-Za-z0-9-]*$/.test(kind))
    yield report('PL1305', at(written, 'kind'), `${JSON.stringify(kind)} is no kind of object`, {
      hint: 'kinds look like ConfigMap',
    });
  const fault = kind && name ? nameFault(group, kind, name) : undefined;
  if (fault !== undefined)
    yield report(
      'PL1305',
      at(written, 'metadata', 'name'),
      `${JSON.stringify(name)} is no name of a ${kind}`,
      {
        hint: fault,
      },
    );
  const space = at(written, 'metadata', 'namespace');
  if (namespace === undefined ? space.value !== undefined && space.value !== null : !isLabel(namespace))
    yield reportKey('PL1305', space, `${JSON.stringify(space.value)} is no namespace`, {
      hint: 'namespaces are made of small letters, digits and -, at most 63 of them',
    });
}

/** What no other object has: Kubernetes takes a missing namespace for `default`, and has no two versions of one object. */
function identityOf({ group, kind, name, namespace }: ManifestObject): string | undefined {
  if (kind === undefined || name === undefined) return undefined;
  return identity({ group, kind, namespace: namespace ?? 'default', name });
}

function identity({ group, kind, namespace, name }: Readonly<Record<string, string>>): string {
  return JSON.stringify([group, kind, namespace, name]);
}

function nameOf({ written }: ManifestObject): Written {
  return at(written, 'metadata', 'name');
}

function shown({ kind, name, namespace }: ManifestObject): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
