import type { Token } from '../../../ipxe/script.ts';
import type { Finding } from '../../../shared/finding.ts';
import { absoluteUrl, at, type IpxeRule, type KnownCommand, type LintContext } from '../context.ts';
import { cycles } from '../cycles.ts';

/** Commands that take time or wait for somebody, so that a loop with them in it does not spin. */
const pauses = new Set([
  ...['sleep', 'prompt', 'choose', 'read', 'shell', 'login', 'config', 'present'],
  ...['dhcp', 'ifconf', 'iflinkwait', 'autoboot'],
]);
const fetches = new Set([
  'chain',
  'imgexec',
  'boot',
  'kernel',
  'imgselect',
  'imgload',
  'initrd',
  'module',
  'imgfetch',
]);

/** PL3019: no loop goes on for ever, or asks a server again and again without a pause; no script chains itself. */
export const endlessLoop: IpxeRule = (context) => [...loops(context), ...selfChains(context)];

function loops(context: LintContext): Finding[] {
  const { steps, anyLabel } = context.flow;
  const goesBack = steps.some(({ jumps }, index) =>
    jumps.some(({ target }) => target <= index || target === anyLabel),
  );
  if (!goesBack) return [];
  const commandsOf = byStatement(context.commands);
  return cycles(context.flow).flatMap((members) => {
    const inside = new Set(members);
    const commands = members.flatMap((index) => commandsOf.get(index) ?? []);
    const jump = backwards(context, members, inside);
    if (jump === undefined || commands.some(({ name }) => pauses.has(name.text))) return [];
    if (!hasWayOut(context, members, inside)) {
      return [at(context, 'PL3019', jump, `the loop at :${jump.text} never ends`, 'leave it at some point')];
    }
    const counts = commands.some(({ name }) => name.text === 'inc');
    const asks = commands.some(({ name }) => fetches.has(name.text));
    if (counts || !asks) return [];
    const message = `the loop at :${jump.text} tries again at once, for ever`;
    return [at(context, 'PL3019', jump, message, 'sleep before the goto, or count the rounds with inc')];
  });
}

function byStatement(commands: readonly KnownCommand[]): Map<number, KnownCommand[]> {
  const map = new Map<number, KnownCommand[]>();
  for (const command of commands) {
    const group = map.get(command.index);
    if (group === undefined) map.set(command.index, [command]);
    else group.push(command);
  }
  return map;
}

/** The first `goto` of the loop that leads back. */
function backwards(
  { flow }: LintContext,
  members: readonly number[],
  inside: ReadonlySet<number>,
): Token | undefined {
  for (const index of members) {
    const jump = flow.steps[index]?.jumps.find(
      ({ target }) => inside.has(target) && (target <= index || target === flow.anyLabel),
    );
    if (jump !== undefined) return jump.token;
  }
  return undefined;
}

function hasWayOut({ flow }: LintContext, members: readonly number[], inside: ReadonlySet<number>): boolean {
  return members.some((index) => {
    const step = flow.steps[index];
    // A computed label may be any, or none.
    if (step === undefined) return true;
    return step.ends || step.targets.some((target) => !inside.has(target));
  });
}

function selfChains(context: LintContext): Finding[] {
  const { commands, flow, options } = context;
  const findings: Finding[] = [];
  for (const { name, words, index, options: parsed } of commands) {
    if (pauses.has(name.text)) break;
    const uri = words[parsed?.rest ?? 0];
    if ((name.text !== 'chain' && name.text !== 'imgexec') || uri === undefined) continue;
    if (!flow.reachable.has(index)) continue;
    const itself =
      uri.text === '${cwuri}' ||
      (options.url !== undefined && absoluteUrl(context, uri.text) === options.url);
    if (itself) {
      findings.push(
        at(context, 'PL3019', uri, 'the script chains itself without a pause', 'sleep before it'),
      );
    }
  }
  return findings;
}
