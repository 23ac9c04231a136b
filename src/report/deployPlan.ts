import { changesAnything, type DeployPlan, type PlannedChange } from '../deploy/plan/plan.ts';
import { nodeChanges, type ReleasePlan } from '../release/plan/plan.ts';
import { shortDigest } from '../shared/digest.ts';
import { byteSize } from './bytes.ts';
import { changePaint, changeWords } from './changes.ts';
import { clusterChanges } from './clusterChanges.ts';
import { counted, duration } from './counts.ts';
import type { DeployReport, DeployResult } from './deployReport.ts';
import { jsonText } from './jsonText.ts';
import { type Palette, palette } from './palette.ts';
import { storedName } from './storedName.ts';
import { type Cell, table } from './table.ts';
import { visible, visibleLines } from './visible.ts';
import { warningLines } from './warnings.ts';

/** Nodes that a table lists; the others are counted. */
const shownNodes = 50;

/** What a deploy will do, as a person reads it: each change with its size, what it means for nodes, and the sum. */
export function deployPlanText({ site, plan, nodes, problems }: DeployReport, colour: boolean): string {
  const colours = palette(colour);
  return [
    `${colours.strong(visible(site))} → ${visible(plan.target)}\n`,
    plan.changes.length === 0 ? '' : `\n${changeTable(plan, colours)}`,
    `\n${nodesText(nodes, colours)}`,
    `${totalsText(plan)}\n`,
    ...problems.map(
      ({ message, next }) => `${colours.error('✗')} ${visibleLines(message)}\n  ${visible(next)}\n`,
    ),
  ].join('');
}

/** What a run that collects garbage will do: the changes and the sum. */
export function collectionText(site: string, plan: DeployPlan, colour: boolean): string {
  const colours = palette(colour);
  const changes = plan.changes.length === 0 ? '' : `\n${changeTable(plan, colours)}`;
  return `${colours.strong(visible(site))} → ${visible(plan.target)}\n${changes}\n${totalsText(plan)}\n`;
}

/** What became of a plan: `✓ release 0123456789ab is current · 48.2 KiB uploaded in 1.2 s`. */
export function deployOutcomeText({ plan }: DeployReport, outcome: DeployResult, colour: boolean): string {
  const colours = palette(colour);
  const release = `release ${shortDigest(plan.release)}`;
  const done = outcome.changed
    ? `${release} is current · ${byteSize(outcome.uploadedBytes)} uploaded in ${duration(outcome.seconds * 1000)}`
    : `nothing to do: ${release} is current`;
  return [`${colours.good('✓')} ${visible(done)}\n`, warningLines(outcome.warnings, colour)].join('');
}

/** A plan, what it means for nodes, and what became of it, as data: `deploy --carry-out` reads it. */
export function deployJson({ site, plan, nodes, problems, outcome }: DeployReport): string {
  return jsonText({
    version: 1,
    site,
    changes: changesAnything(plan),
    plan,
    nodes: nodes ?? null,
    problems,
    outcome: outcome ?? null,
  });
}

function changeTable(plan: DeployPlan, colours: Palette): string {
  return table(
    ['ACTION', 'WHAT', 'SIZE', 'WHY'],
    plan.changes.map((change) => changeRow(change, colours)),
  );
}

function changeRow(change: PlannedChange, colours: Palette): (string | Cell)[] {
  const row = describeChange(change);
  return [
    { text: change.action, paint: actionPaint(change, colours) },
    row.what,
    row.size,
    { text: row.why, paint: colours.faint },
  ];
}

/** The cells of a change: what it is about, its size, and why. */
export function describeChange(change: PlannedChange): { what: string; size: string; why: string } {
  if (change.action === 'switch') {
    const to = shortDigest(change.to);
    const what = change.from === null ? `to release ${to}` : `release ${shortDigest(change.from)} → ${to}`;
    return { what, size: '', why: 'machines boot it from then on' };
  }
  const what = storedName(change.path);
  if (change.action === 'write') {
    return { what, size: '', why: `leads machines to release ${shortDigest(change.release)}` };
  }
  if (change.action === 'upload') {
    const there = change.resumed > 0 ? `, ${byteSize(change.resumed)} there already` : '';
    // Nobody knows how large a file is that the lock has no size of, and that is not on this machine.
    const size = change.bytes === 0 && change.files > 0 ? '?' : byteSize(change.bytes);
    return { what, size, why: `${counted(change.files, 'file')}${there}` };
  }
  return { what, size: change.bytes === null ? '?' : byteSize(change.bytes), why: change.reason };
}

function actionPaint({ action }: PlannedChange, colours: Palette): (text: string) => string {
  const paints = {
    keep: colours.faint,
    upload: colours.added,
    switch: colours.warning,
    write: colours.warning,
    delete: colours.removed,
  };
  return paints[action];
}

function nodesText(nodes: ReleasePlan | undefined, colours: Palette): string {
  if (nodes === undefined) {
    return `${colours.warning('!')} what it means for nodes is not known: the release there has no manifest that can be read\n`;
  }
  const changed = nodes.nodes.filter(({ change }) => change !== 'unchanged');
  const rows = changed
    .slice(0, shownNodes)
    .map(({ hostname, change }) => [
      hostname,
      { text: changeWords[change], paint: changePaint(change, colours) },
    ]);
  const more = changed.length - rows.length;
  return [
    rows.length === 0 ? '' : table(['NODE', 'CHANGE'], rows),
    more === 0 ? '' : `… and ${counted(more, 'more node')}\n`,
    rows.length === 0 ? '' : '\n',
    `${nodeCounts(nodes, colours)}\n`,
    ...clusterLines(nodes, colours),
  ].join('');
}

function clusterLines(nodes: ReleasePlan, colours: Palette): string[] {
  const { changes, warnings } = clusterChanges(nodes);
  return [
    ...changes.map((text) => `${visible(text)}\n`),
    ...warnings.map((text) => `${colours.warning('!')} ${visible(text)}\n`),
  ];
}

/** `3 nodes: 1 reimage needed, 2 no change` */
export function nodeCounts({ nodes, counts }: ReleasePlan, colours: Palette): string {
  const parts = nodeChanges
    .filter((change) => counts[change] > 0)
    .map((change) => changePaint(change, colours)(`${counts[change]} ${changeWords[change]}`));
  return `${counted(nodes.length, 'node')}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
}

/** `upload 48.2 KiB in about 2.0 s · keep 1.1 GiB · delete 47 KiB · free 12 GiB → 11 GiB` */
export function totalsText({ totals }: DeployPlan): string {
  const { uploadBytes, uploadSeconds, keptBytes, deletedBytes, freeBytes, freeBytesAfter } = totals;
  const time =
    uploadBytes === 0 || uploadSeconds === null ? '' : ` in about ${duration(uploadSeconds * 1000)}`;
  return [
    `upload ${byteSize(uploadBytes)}${time}`,
    `keep ${byteSize(keptBytes)}`,
    `delete ${byteSize(deletedBytes)}`,
    ...(freeBytes === null || freeBytesAfter === null
      ? []
      : [`free ${byteSize(freeBytes)} → ${byteSize(freeBytesAfter)}`]),
  ].join(' · ');
}
