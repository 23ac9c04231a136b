import type { ConfigurationLines, RouterSurvey } from '../../ports/router.ts';
import { Failure } from '../../shared/failure.ts';
import { applyChanges } from '../uci/apply.ts';
import { batchText, changedPackages } from '../uci/batch.ts';
import { ubusCalls } from '../uci/calls.ts';
import { parseExport } from '../uci/parseExport.ts';
import type { UciChange, UciPackage } from '../uci/section.ts';

/** A change of a configuration: what was before, what has to be after, and how a router is told. Only the packages that change. */
export interface ConfigurationChange {
  readonly before: readonly UciPackage[];
  readonly after: readonly UciPackage[];
  readonly lines: ConfigurationLines;
}

/** The change that a plan makes on a router that was surveyed. Throws a Failure when its configuration cannot be read. */
export function configurationChange(
  survey: RouterSurvey,
  changes: readonly UciChange[],
): ConfigurationChange {
  const packages = changedPackages(changes);
  const before = packagesOf(survey.uci, packages);
  return {
    before,
    after: applyChanges(before, changes),
    lines: {
      batch: batchText(changes),
      calls: ubusCalls(before, changes)
        .map((call) => `${call}\n`)
        .join(''),
      packages,
    },
  };
}

/** Packages as a router tells them; one that is not there has no sections. Throws a Failure when one cannot be read. */
export function packagesOf(uci: ReadonlyMap<string, string>, names: readonly string[]): UciPackage[] {
  return names.map((name) => {
    const { value, problems } = parseExport(uci.get(name) ?? '', name);
    if (problems.length > 0) {
      throw new Failure('world', `the router's configuration ${name} cannot be read: ${problems[0]}`, {
        next: `Mend /etc/config/${name} on the router: \`uci export ${name}\` says whether it is right.`,
      });
    }
    return { name, sections: value.find((each) => each.name === name)?.sections ?? [] };
  });
}
