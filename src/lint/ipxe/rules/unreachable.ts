import type { Finding } from '../../../shared/finding.ts';
import { at, type IpxeRule } from '../context.ts';

/** PL3012: every command can run. Of a run of lines that cannot, the first is named. */
export const unreachable: IpxeRule = (context) => {
  const { steps, reachable } = context.flow;
  const findings: Finding[] = [];
  let inDeadRun = false;
  for (const [index, { commands }] of context.script.statements.entries()) {
    const isReachable = reachable.has(index);
    const dead = isReachable ? steps[index]?.dead[0]?.words[0] : commands[0]?.words[0];
    if (isReachable) inDeadRun = false;
    if (dead === undefined || (inDeadRun && !isReachable)) continue;
    findings.push(at(context, 'PL3012', dead, `${dead.text} never runs`, 'nothing before it leads here'));
    inDeadRun = !isReachable;
  }
  return findings;
};
