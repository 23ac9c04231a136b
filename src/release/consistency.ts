import { shortDigest } from '../shared/digest.ts';
import { type Finding, finding, type Place } from '../shared/finding.ts';
import { sortContent } from './build.ts';
import { releaseId } from './identity.ts';
import { type Manifest, manifestPath, type NodeRecord } from './manifest.ts';
import { foldedPath, pathFault } from './paths.ts';

/** What a schema cannot see of a manifest: paths that leave the release, files named twice, dangling references, a wrong id. */
export function contentFindings(manifest: Manifest, place: Place): Finding[] {
  return [
    ...pathFindings(manifest, place),
    ...nodeFindings(manifest, place),
    ...identityFindings(manifest, place),
  ];
}

function pathFindings(manifest: Manifest, place: Place): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, string>([[foldedPath(manifestPath), manifestPath]]);
  for (const { path } of manifest.files) {
    const fault = pathFault(path);
    if (fault !== undefined) {
      findings.push(finding('PL4003', place, `the path ${JSON.stringify(path)} ${fault}`));
      continue;
    }
    const folded = foldedPath(path);
    const other = seen.get(folded);
    if (other === undefined) seen.set(folded, path);
    else {
      const message =
        other === path ? `${path} stands twice in the manifest` : `${path} and ${other} differ in case only`;
      findings.push(finding('PL4004', place, message));
    }
  }
  return findings;
}

function nodeFindings(manifest: Manifest, place: Place): Finding[] {
  const findings: Finding[] = [];
  const files = new Set(manifest.files.map(({ path }) => path));
  const hostnames = new Set<string>();
  for (const node of manifest.nodes) {
    if (hostnames.has(node.hostname)) {
      findings.push(finding('PL4009', place, `two nodes are named ${JSON.stringify(node.hostname)}`));
    }
    hostnames.add(node.hostname);
    for (const path of nodePaths(node)) {
      if (files.has(path)) continue;
      const message = `${JSON.stringify(node.hostname)} refers to ${JSON.stringify(path)}, which the manifest does not list`;
      findings.push(finding('PL4009', place, message));
    }
  }
  return findings;
}

/** Every path that a node refers to. */
function nodePaths(node: NodeRecord): string[] {
  return [
    ...node.variants.flatMap(({ config, ignition, install }) => [config, ignition, install]),
    ...node.scripts,
  ];
}

function identityFindings(manifest: Manifest, place: Place): Finding[] {
  const { schemaVersion: _format, release, versions: _versions, ...content } = manifest;
  const id = releaseId(sortContent(content));
  if (id === release.id) return [];
  const message = `the manifest calls itself ${shortDigest(release.id)}, but its content is ${shortDigest(id)}`;
  return [finding('PL4005', place, message, { hint: 'do not use this release: publish it again' })];
}
