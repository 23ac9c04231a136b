import { catalogue, isCode } from '../../shared/catalogue.ts';
import type { Finding } from '../../shared/finding.ts';
import { at, entriesOf } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { suggester } from './nearest.ts';
import { reportKey } from './report.ts';

/** Severities are set for rules that exist, and that may be set. */
export function* ruleSettings({ site }: RuleContext): Generator<Finding> {
  const suggest = suggester(Object.keys(catalogue));
  for (const [code, written] of entriesOf(at(site, 'rules'))) {
    if (!isCode(code))
      yield reportKey('PL1288', written, `there is no rule ${code}`, {
        hint: suggest(code) ?? 'docs/findings lists all rules',
      });
    else if (catalogue[code].configurable !== true && written.value !== catalogue[code].severity)
      yield reportKey('PL1289', written, `rule ${code} cannot be changed: ${catalogue[code].title}`, {
        hint: 'remove the line: without this rule no sound release can be made',
      });
  }
}
