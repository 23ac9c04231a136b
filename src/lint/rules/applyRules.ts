import type { CatalogueEntry } from '../../shared/catalogue/entry.ts';
import { type Code, catalogue } from '../../shared/catalogue.ts';
import type { Finding } from '../../shared/finding.ts';

/** Severities that site.yaml sets, by code. */
export type RuleSettings = Readonly<Record<string, 'off' | 'warning' | 'error'>>;

/** Drops the findings of rules that are off and changes the severity of others. Codes that are not configurable stay. */
export function applyRules(findings: readonly Finding[], rules: RuleSettings): Finding[] {
  return findings.flatMap((each) => {
    const setting =
      Object.hasOwn(rules, each.code) && isConfigurable(each.code) ? rules[each.code] : undefined;
    if (setting === undefined) return [each];
    return setting === 'off' ? [] : [{ ...each, severity: setting }];
  });
}

/** Whether site.yaml may change the severity of a code. */
export function isConfigurable(code: Code): boolean {
  const entry: CatalogueEntry = catalogue[code];
  return entry.configurable === true;
}
