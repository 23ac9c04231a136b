import type { Finding } from '../../shared/finding.ts';
import type { ManifestFile } from '../documents.ts';
import type { Document } from '../model/document.ts';
import type { SourceFile } from '../model/source.ts';
import type { Network } from '../resolve/ipv4.ts';
import type { Layer } from '../resolve/layer.ts';
import type { ResolvedSite } from '../resolve/site.ts';
import type { Written } from '../resolve/written.ts';

/** What rules look at: what was written, and what it was resolved to. */
export interface RuleContext {
  /** Folder of the site: `inventory`. */
  readonly folder: string;
  /** The whole of site.yaml. */
  readonly site: Written;
  /** Node files in order of path, those of the wrong shape too. */
  readonly nodes: readonly Document[];
  /** Each place where node settings stand, once: site, defaults, groups, nodes. */
  readonly layers: readonly Layer[];
  readonly resolved: ResolvedSite;
  readonly imageLock?: Document | undefined;
  /** Files of manifests/ in order of path. */
  readonly manifests: readonly ManifestFile[];
  /** Files by path relative to the folder. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** The site's network, when it has one that can be read. */
  readonly network?: Network | undefined;
  /** Which parts could be read and have the right shape. A rule that would only echo a broken part stays silent. */
  readonly sound: {
    readonly site: boolean;
    /** Whether site.yaml is YAML at all. */
    readonly siteRead: boolean;
    readonly nodes: boolean;
    readonly imageLock: boolean;
  };
}

/** Looks for one kind of mistake. Rules are pure, and linear in the number of nodes. */
export type Rule = (context: RuleContext) => Iterable<Finding>;
