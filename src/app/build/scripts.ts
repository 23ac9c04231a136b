import type { Locate } from '../../lint/ignition/flaw.ts';
import { lintScripts } from '../../lint/lint.ts';
import type { CollectedScript } from '../../lint/scripts/collect.ts';
import type { Cache } from '../../ports/cache.ts';
import type { ShellChecker, ShellComment } from '../../ports/shellcheck.ts';
import type { Finding } from '../../shared/finding.ts';

/** A script, and how to find the place of what is wrong in it. */
interface Occurrence {
  readonly script: CollectedScript;
  readonly locate: Locate;
}

/**
 * The shell scripts of a site's nodes: each text once, however many nodes have it, at the place where it was first seen.
 */
export class ScriptCollection {
  readonly #first = new Map<string, Occurrence>();

  add(scripts: readonly CollectedScript[], locate: Locate): void {
    for (const script of scripts) {
      if (!this.#first.has(script.script.id)) this.#first.set(script.script.id, { script, locate });
    }
  }

  /** Runs shellcheck over all that was collected. No findings where it is not installed. */
  async check(checker: ShellChecker, cache: Cache): Promise<Finding[]> {
    if (this.#first.size === 0) return [];
    const version = await checker.version();
    if (version === undefined) return [];
    const comments = new Map<string, readonly ShellComment[]>();
    const cacheKey = (id: string) => `shellcheck:${version}:${id}`;
    for (const id of this.#first.keys()) {
      const cached = cache.get(cacheKey(id));
      if (cached !== undefined) comments.set(id, JSON.parse(cached) as ShellComment[]);
    }
    const open = [...this.#first.values()]
      .map(({ script }) => script.script)
      .filter(({ id }) => !comments.has(id));
    for (const [id, found] of await checker.check(open)) {
      comments.set(id, found);
      cache.put(cacheKey(id), JSON.stringify(found));
    }
    return [...this.#first.values()].flatMap(({ script, locate }) => lintScripts([script], comments, locate));
  }
}
