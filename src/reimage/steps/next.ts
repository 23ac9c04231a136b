import type { PlannedNode, ReimagePlan } from '../plan/plan.ts';
import { plannedOf, unmarked, withNode } from './nodesOf.ts';
import { resumedNode } from './resumedStep.ts';
import type { Advance, NodeRun, ReimageRun, RunAction, RunEvent } from './run.ts';
import { pointOfNoReturn, type Step } from './step.ts';
import { isBefore, isCommitted, stepAfter, stepsOf } from './stepsOf.ts';

/** A run of a plan, before anything of it was done. */
export function newRun(id: string, plan: ReimagePlan): ReimageRun {
  const nodes = plan.nodes.map((node): NodeRun => {
    const [step = 'prove'] = stepsOf(node);
    return { hostname: node.hostname, step, status: 'waiting', armed: false, cordoned: false };
  });
  return { id, plan, nodes, phase: 'running' };
}

/**
 * What an event makes of a run, and what has to be done then. Pure, and the only place that decides. Whoever carries the actions out writes
 * the run down first, so that a killed runner leaves a run that says at least as much as was done. An action may be asked for again before
 * its event came: it is carried out once.
 */
export function next(run: ReimageRun, event: RunEvent): Advance {
  switch (event.kind) {
    case 'start':
      return settled(run);
    case 'succeeded':
      return isUnderWay(run, event)
        ? settled(...afterSuccess(unmarked(run, event.hostname), event))
        : idle(run);
    case 'failed':
      return isUnderWay(run, event) ? settled(...afterFailure(run, event)) : idle(run);
    case 'disarmed':
      return settled(withNode(run, event.hostname, { armed: false }));
    case 'uncordoned':
      return settled(withNode(run, event.hostname, { cordoned: false }));
    case 'stop':
      return run.phase === 'running' || run.phase === 'finishing'
        ? settled({ ...run, phase: 'stopping' }, cancels(run))
        : idle(run);
    case 'resume':
      if (run.phase === 'aborting') return settled(adopted(run));
      return isOver(run) ? idle(run) : settled(resumed(run));
    case 'abort':
      if (isOver(run)) return idle(run);
      return event.orphaned === true
        ? settled({ ...adopted(run), phase: 'aborting' })
        : settled({ ...run, phase: 'aborting' }, cancels(run));
  }
}

function idle(run: ReimageRun): Advance {
  return { run, actions: [] };
}

function isOver({ phase }: ReimageRun): boolean {
  return phase === 'done' || phase === 'aborted';
}

function isUnderWay(run: ReimageRun, { hostname, step }: { hostname: string; step: Step }): boolean {
  return run.nodes.some(
    (node) => node.hostname === hostname && node.status === 'running' && node.step === step,
  );
}

/** A step is done: the next one begins, unless the run is to end and the node is still what it was. */
function afterSuccess(
  run: ReimageRun,
  { hostname, step }: { readonly hostname: string; readonly step: Step },
): readonly [ReimageRun, RunAction[]] {
  const planned = plannedOf(run, hostname);
  const following = stepAfter(planned, step);
  const left = {
    ...(step === 'ready' ? { armed: false } : {}),
    ...(step === 'deleteNode' || step === 'uncordon' ? { cordoned: false } : {}),
  };
  if (following === undefined) return [withNode(run, hostname, { ...left, status: 'done' }), []];
  if (!goesOn(run, planned, step))
    return [withNode(run, hostname, { ...left, step: following, status: 'waiting' }), []];
  return begun(withNode(run, hostname, left), hostname, following);
}

/** Whether a node that has done a step does the next one, too. */
function goesOn({ phase }: ReimageRun, planned: PlannedNode, done: Step): boolean {
  return phase === 'running' || (phase === 'finishing' && isCommitted(planned, done));
}

/**
 * One failure is enough: nothing else starts. What was cancelled because the run stops did not fail, and neither did a node that was disarmed
 * between two runners: it is armed again, once.
 */
function afterFailure(
  run: ReimageRun,
  { hostname, problem, foundDisarmed }: RunEvent & { readonly kind: 'failed' },
): readonly [ReimageRun, RunAction[]] {
  const after = unmarked(run, hostname);
  if (run.phase === 'stopping' || run.phase === 'aborting')
    return [withNode(after, hostname, { status: 'waiting', problem }), []];
  const isResumed = run.nodes.some((node) => node.hostname === hostname && node.resumed === true);
  if (foundDisarmed === true && isResumed && goesOn(run, plannedOf(run, hostname), 'arm'))
    return begun(after, hostname, 'arm');
  return [{ ...withNode(after, hostname, { status: 'failed', problem }), phase: 'finishing' }, []];
}

/** Those that were under way go on, each from the step that can be done again; a node whose turn had not come waits for it. */
function resumed(run: ReimageRun): ReimageRun {
  const nodes = run.nodes.map((node) =>
    node.status === 'done' || node.status === 'out' ? node : resumedNode(node),
  );
  return { ...run, nodes, phase: 'running' };
}

/** A run whose runner is gone: nothing is under way any more. */
function adopted(run: ReimageRun): ReimageRun {
  const nodes = run.nodes.map((node) =>
    node.status === 'running' ? { ...node, status: 'waiting' as const } : node,
  );
  return { ...run, nodes };
}

/** Begins a step: what it may leave behind counts from now on, whatever becomes of it. */
function begun(run: ReimageRun, hostname: string, step: Step): readonly [ReimageRun, RunAction[]] {
  const marks = {
    ...(step === 'arm' ? { armed: true } : {}),
    ...(step === 'cordon' ? { cordoned: true } : {}),
  };
  return [withNode(run, hostname, { ...marks, step, status: 'running' }), [{ kind: 'do', hostname, step }]];
}

/** Does what a state asks for by itself: starts who may start, takes back what has to be, and ends. */
function settled(run: ReimageRun, actions: readonly RunAction[] = []): Advance {
  if (run.phase === 'running') {
    const started = startNodes(run);
    const done = started.run.nodes.every(({ status }) => status === 'done' || status === 'out');
    return {
      run: done ? { ...started.run, phase: 'done' } : started.run,
      actions: [...actions, ...started.actions],
    };
  }
  if (isOver(run) || run.phase === 'stopped') return { run, actions };
  const backs = run.nodes.flatMap((node) => takesBack(run, node));
  const underWay = run.nodes.some(({ status }) => status === 'running');
  return { run: underWay || backs.length > 0 ? run : ended(run), actions: [...actions, ...backs] };
}

/** What has to be taken back of a node that does not go on, before the run may end. Only an abort lets pods come to it again. */
function takesBack(run: ReimageRun, { hostname, status, step, armed, cordoned }: NodeRun): RunAction[] {
  if (status === 'running') return [];
  const isThere = !isBefore(pointOfNoReturn, step);
  return [
    ...(armed ? [{ kind: 'disarm' as const, hostname }] : []),
    ...(cordoned && isThere && run.phase === 'aborting' ? [{ kind: 'uncordon' as const, hostname }] : []),
  ];
}

function ended(run: ReimageRun): ReimageRun {
  if (run.phase !== 'aborting') return { ...run, phase: 'stopped' };
  const nodes = run.nodes.map((node) =>
    node.status === 'done' ? node : { ...node, status: 'out' as const },
  );
  return { ...run, nodes, phase: 'aborted' };
}

/** Starts nodes in the order of the plan: those that were begun before all others, a server alone, agents up to the limit. */
function startNodes(run: ReimageRun): Advance {
  let current = run;
  const actions: RunAction[] = [];
  const waiting = run.nodes.filter(({ status }) => status === 'waiting');
  const begunBefore = waiting.filter((node) => isBegun(run, node));
  for (const { hostname, step } of [...begunBefore, ...waiting.filter((node) => !isBegun(run, node))]) {
    if (!mayStart(current, hostname)) break;
    const [started, more] = begun(current, hostname, step);
    current = started;
    actions.push(...more);
  }
  return { run: current, actions };
}

function isBegun(run: ReimageRun, { hostname, step }: NodeRun): boolean {
  return stepsOf(plannedOf(run, hostname))[0] !== step;
}

function mayStart(run: ReimageRun, hostname: string): boolean {
  const underWay = run.nodes
    .filter(({ status }) => status === 'running')
    .map((node) => plannedOf(run, node.hostname));
  if (plannedOf(run, hostname).role === 'server') return underWay.length === 0;
  return underWay.every(({ role }) => role !== 'server') && underWay.length < run.plan.agentsAtATime;
}

function cancels(run: ReimageRun): RunAction[] {
  return run.nodes
    .filter(({ status }) => status === 'running')
    .map(({ hostname }) => ({ kind: 'cancel', hostname }));
}
