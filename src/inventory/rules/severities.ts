import { catalogue } from '../../shared/catalogue.ts';
import type { Finding } from '../../shared/finding.ts';
import type { Site } from '../model/site.ts';

/** Gives findings the severities that site.yaml sets for rules; those that are off are dropped. Applying it twice changes nothing. */
export function applySeverities(findings: readonly Finding[], rules: Site['rules']): Finding[] {
  return findings.flatMap((each) => {
    const severity = Object.hasOwn(rules, each.code) ? rules[each.code] : undefined;
    if (severity === undefined || catalogue[each.code].configurable !== true) return [each];
    return severity === 'off' ? [] : [{ ...each, severity }];
  });
}
