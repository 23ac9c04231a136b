import { parseInteger } from '../../ipxe/characters.ts';
import { type Command, labelsOf, type Script, type Statement, type Token } from '../../ipxe/script.ts';

/** Where a line can lead. */
export interface Step {
  /** Indexes of the statements that may run next; the number of statements stands for the script's end. */
  readonly targets: readonly number[];
  /** Whether the script can end here: by `exit`, a failed command, or a boot that succeeds. */
  readonly ends: boolean;
  /** Commands of the line that never run. */
  readonly dead: readonly Command[];
  /** The `goto` words of the line, with the statement that they lead to. */
  readonly jumps: readonly { readonly token: Token; readonly target: number }[];
}

/** How a script's lines lead to one another. */
export interface Flow {
  readonly steps: readonly Step[];
  /** An index past the end that stands for "any label": what a `goto` with a setting in it leads to. */
  readonly anyLabel: number;
  readonly labels: ReadonlyMap<string, number>;
  readonly reachable: ReadonlySet<number>;
}

/** What a command can come to. */
interface Results {
  readonly succeeds: boolean;
  readonly fails: boolean;
  readonly ends: boolean;
  readonly jump?: { readonly token: Token; readonly target: number };
}

const alwaysSucceed = new Set([
  'echo',
  'set',
  'clear',
  'inc',
  'sleep',
  'imgstat',
  'menu',
  'form',
  'item',
  'ifstat',
]);
/** Where these succeed, iPXE does not come back. */
const neverReturn = new Set(['sanboot', 'reboot', 'poweroff']);
const mayBoot = new Set(['boot', 'imgexec', 'chain', 'autoboot', 'pxebs']);

/** Works out how a script's lines lead to one another. */
export function flowOf(script: Script): Flow {
  const labels = labelsOf(script);
  const anyLabel = script.statements.length + 1;
  const steps = script.statements.map((statement, index) => stepOf(statement, index, labels, anyLabel));
  return { steps, anyLabel, labels, reachable: reach(steps, labels, anyLabel) };
}

function stepOf(
  statement: Statement,
  index: number,
  labels: ReadonlyMap<string, number>,
  anyLabel: number,
): Step {
  if (statement.unfinished === true) return { targets: [], ends: true, dead: statement.commands, jumps: [] };
  const jumps: { token: Token; target: number }[] = [];
  const dead: Command[] = [];
  let ends = false;
  let before: State = { ok: true, failed: false };
  let condition: State = { ok: true, failed: true };
  for (const command of statement.commands) {
    const results = runs(before, condition) ? resultsOf(command, labels, anyLabel) : undefined;
    if (results === undefined && command.words.length > 0) dead.push(command);
    if (results?.jump !== undefined) jumps.push(results.jump);
    ends ||= results?.ends === true;
    before = after(before, condition, results);
    condition = conditionOf(command);
  }
  // After a connector at the end of the line comes the empty command, which succeeds when it runs.
  const dangling = statement.commands.at(-1)?.connector !== undefined;
  const last = dangling && runs(before, condition) ? after(before, condition, nothing) : before;
  return {
    targets: [...jumps.map(({ target }) => target), ...(last.ok ? [index + 1] : [])],
    ends: ends || last.failed,
    dead,
    jumps,
  };
}

/** Which results are possible at a point of a line, or which of them let the next command run. */
interface State {
  readonly ok: boolean;
  readonly failed: boolean;
}

/** The empty command. */
const nothing: Results = { succeeds: true, fails: false, ends: false };

function runs(before: State, condition: State): boolean {
  return (before.ok && condition.ok) || (before.failed && condition.failed);
}

/** A command that is skipped leaves the result before it as it was. */
function after(before: State, condition: State, results: Results | undefined): State {
  return {
    ok: (before.ok && !condition.ok) || results?.succeeds === true,
    failed: (before.failed && !condition.failed) || results?.fails === true,
  };
}

/** After which results of the command before, the next one runs. */
function conditionOf({ connector }: Command): State {
  return { ok: connector?.text !== '||', failed: connector?.text !== '&&' };
}

function resultsOf(command: Command, labels: ReadonlyMap<string, number>, anyLabel: number): Results {
  const [name, first] = command.words;
  if (name === undefined || alwaysSucceed.has(name.text)) return nothing;
  if (name.text === 'goto') return gotoResults(first, labels, anyLabel);
  if (name.text === 'exit') {
    const certain = first === undefined || parseInteger(first.text) !== undefined;
    return { succeeds: false, fails: !certain, ends: true };
  }
  if (name.text === 'imgfree' && first === undefined) return nothing;
  if (neverReturn.has(name.text)) return { succeeds: false, fails: true, ends: true };
  return { succeeds: true, fails: true, ends: mayBoot.has(name.text) };
}

function gotoResults(
  label: Token | undefined,
  labels: ReadonlyMap<string, number>,
  anyLabel: number,
): Results {
  const dynamic = label?.text.includes('${') === true;
  const target = dynamic ? anyLabel : labels.get(label?.text ?? '');
  if (label === undefined || target === undefined) return { succeeds: false, fails: true, ends: false };
  return { succeeds: false, fails: dynamic, ends: false, jump: { token: label, target } };
}

function reach(steps: readonly Step[], labels: ReadonlyMap<string, number>, anyLabel: number): Set<number> {
  const reached = new Set<number>();
  const pending = [0];
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    if (reached.has(index)) continue;
    reached.add(index);
    for (const target of index === anyLabel ? labels.values() : (steps[index]?.targets ?? [])) {
      pending.push(target);
    }
  }
  return reached;
}
