import { compareText } from '../shared/finding.ts';
import { releaseId } from './identity.ts';
import { type Manifest, type ReleaseContent, schemaVersion, type ToolVersions } from './manifest.ts';

/** Makes the manifest of a content: sorts it and names it. */
export function buildManifest(content: ReleaseContent, versions: ToolVersions): Manifest {
  const sorted = sortContent(content);
  return { schemaVersion, release: { id: releaseId(sorted) }, versions, ...sorted };
}

/** The bytes of manifest.json. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

/** The content alone, in the one order that its digest is taken in. */
export function sortContent(content: ReleaseContent): ReleaseContent {
  return {
    site: content.site,
    ...(content.cluster === undefined ? {} : { cluster: content.cluster }),
    nodes: content.nodes.toSorted((a, b) => compareText(a.hostname, b.hostname)),
    files: content.files.toSorted((a, b) => compareText(a.path, b.path)),
    images: content.images.toSorted(byVersion),
    ...(content.k3s === undefined ? {} : { k3s: content.k3s.toSorted(byVersion) }),
    secrets: content.secrets
      .map(({ secret, version }) => ({ secret, version: version ?? 1 }))
      .sort((a, b) => compareText(a.secret, b.secret) || a.version - b.version),
  };
}

interface Versioned {
  readonly version: string;
  readonly architecture: string;
}

function byVersion(a: Versioned, b: Versioned): number {
  return compareText(a.version, b.version) || compareText(a.architecture, b.architecture);
}
