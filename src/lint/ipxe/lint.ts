import { compareFindings, type Finding } from '../../shared/finding.ts';
import { applySuppressions } from '../suppress.ts';
import { lintContext } from './context.ts';
import type { IpxeLintOptions } from './options.ts';
import { ipxeRules } from './rules.ts';

/** Lints an iPXE script. Findings are sorted, and those that the script silences are gone. */
export function lintIpxe(text: string, options: IpxeLintOptions): Finding[] {
  const context = lintContext(text, options);
  const findings = ipxeRules.flatMap((rule) => [...rule(context)]);
  return applySuppressions(findings.sort(compareFindings), text, options.file);
}
