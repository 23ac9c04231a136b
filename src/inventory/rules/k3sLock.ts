import type { Finding } from '../../shared/finding.ts';
import type { Architecture } from '../model/images.ts';
import { k3sFiles, type LockedK3s } from '../resolve/imageLock.ts';
import { at, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { also, report } from './report.ts';

/** Each K3s entry of the image lock is one release, once, and its files are those that a first boot asks the router for. */
export function* k3sLock(context: RuleContext): Generator<Finding> {
  if (!context.sound.imageLock) return;
  const { k3sReleases } = context.resolved;
  const seen = new Map<string, Written>();
  const folders = new Map<string, PinnedName>();
  for (const each of k3sReleases) {
    const { version, architecture } = each.assets;
    const other = seen.get(`${version} ${architecture}`);
    if (other === undefined) seen.set(`${version} ${architecture}`, each.written);
    else
      yield report(
        'PL1269',
        at(each.written, 'version'),
        `K3s ${version} for ${architecture} is locked twice`,
        {
          hint: 'remove one of them',
          related: also(at(other, 'version')),
        },
      );
    yield* files(each, folders);
  }
  yield* needs(context);
}

/** A file name of a version's folder, which its architectures share. */
interface PinnedName {
  readonly sha256: string;
  readonly written: Written;
}

function* files({ assets, written }: LockedK3s, folders: Map<string, PinnedName>): Generator<Finding> {
  const { version, architecture } = assets;
  const hashes = new Map<string, string>();
  for (const part of k3sFiles) {
    const place = at(written, part, 'url');
    const url = text(place);
    const sha256 = text(at(written, part, 'sha256'));
    if (url === undefined || sha256 === undefined) continue;
    const other = versionIn(url);
    if (other !== undefined && other !== version)
      yield report('PL1266', place, `the ${part} is of ${other}, the entry of ${version}`, {
        hint: 'take all files of an entry from one release of K3s',
        related: also(at(written, 'version'), 'the release of the entry'),
      });
    if (url.startsWith('http://'))
      yield report('PL1268', place, `the ${part} is fetched without TLS`, {
        hint: 'write https:// (the hash protects the file, TLS also hides what is fetched)',
      });
    const twin = hashes.get(sha256);
    if (twin !== undefined)
      yield report('PL1267', at(written, part, 'sha256'), `${part} has the same hash as ${twin}`, {
        hint: 'two different files never have one hash: copy it again from the release',
        related: also(at(written, twin, 'sha256')),
      });
    hashes.set(sha256, part);
    yield* named(part, { url, sha256, place, version, architecture }, folders);
  }
}

interface NamedFile {
  readonly url: string;
  readonly sha256: string;
  readonly place: Written;
  readonly version: string;
  readonly architecture: Architecture;
}

function* named(
  part: (typeof k3sFiles)[number],
  { url, sha256, place, version, architecture }: NamedFile,
  folders: Map<string, PinnedName>,
): Generator<Finding> {
  const [path = ''] = url.split(/[?#]/, 1);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const wanted = fileName(part, architecture);
  if (name !== wanted)
    yield report(
      'PL1273',
      place,
      `the ${part} for ${architecture} is named ${JSON.stringify(name)}, not ${wanted}`,
      {
        hint: `a first boot asks the router for ${wanted}: take the URL of the file of that name`,
      },
    );
  const key = `${version}/${name}`;
  const other = folders.get(key);
  if (other === undefined) folders.set(key, { sha256, written: place });
  else if (other.sha256 !== sha256)
    yield report('PL1275', place, `${name} of K3s ${version} is pinned with two hashes`, {
      hint: 'architectures share the folder of a version: pin the same file in both entries',
      related: also(other.written),
    });
}

/** What a first boot asks for; source: names of the files of a K3s release on GitHub. */
function fileName(part: (typeof k3sFiles)[number], architecture: Architecture): string {
  const suffix = architecture === 'aarch64' ? 'arm64' : 'amd64';
  if (part === 'installScript') return 'install.sh';
  if (part === 'airgapImages') return `k3s-airgap-images-${suffix}.tar.zst`;
  return suffix === 'amd64' ? 'k3s' : `k3s-${suffix}`;
}

/** The version that a URL of GitHub has in it: `v1.35.2%2Bk3s1`. */
function versionIn(url: string): string | undefined {
  const [, base, build] = /(v\d+\.\d+\.\d+(?:-rc\d+)?)(?:\+|%2B)(k3s\d+)/i.exec(url) ?? [];
  return base === undefined ? undefined : `${base}+${build}`;
}

/** What a version looks like; that of another shape is told where it stands. */
const release = /^v\d+\.\d+\.\d+(-rc\d+)?\+k3s\d+$/;

/** The lock has all that the cluster's first boots ask the router for. */
function* needs({ site, resolved, folder, sound }: RuleContext): Generator<Finding> {
  const { cluster, nodes } = resolved.site;
  if (cluster?.source !== 'router' || !sound.siteRead || !release.test(cluster.version)) return;
  const architectures = new Set(
    nodes.filter(({ role }) => role !== 'none').map(({ architecture }) => architecture),
  );
  for (const architecture of [...architectures].sort()) {
    const entry = resolved.k3sReleases.find(
      ({ assets }) => assets.version === cluster.version && assets.architecture === architecture,
    );
    if (entry === undefined) {
      const message = `${folder}/images.lock.yaml has no K3s ${cluster.version} for ${architecture}`;
      yield report('PL1270', at(site, 'k3s', 'version'), message, { hint: lockIt });
      continue;
    }
    const missing = k3sFiles.filter((part) => at(entry.written, part).value === undefined);
    if (missing.length > 0)
      yield report('PL1270', at(entry.written, 'version'), `the entry lacks ${missing.join(' and ')}`, {
        hint: lockIt,
      });
  }
}

const lockIt = 'run `pilotlight images lock`';
