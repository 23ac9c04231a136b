import type { PlannedNode, ReimagePlan } from '../reimage/plan/plan.ts';
import { shortDigest } from '../shared/digest.ts';
import { type Palette, palette } from './palette.ts';
import type { ReimageReport } from './reimageReport.ts';
import { table } from './table.ts';
import { timeSpan } from './timeSpan.ts';
import { visible } from './visible.ts';

/** What a reimage will do: the nodes in their order, what each loses, what becomes of etcd, and all that speaks against it. */
export function reimagePlanText({ site, target, plan, unknown }: ReimageReport, colour: boolean): string {
  const colours = palette(colour);
  const head = `${colours.strong(visible(site))} · ${visible(target)} · release ${shortDigest(plan.release)}\n`;
  return [head, nodesText(plan, unknown.length > 0), ...paragraphs(plan, unknown, colours)].join('\n');
}

function nodesText({ nodes }: ReimagePlan, isMaybeMore: boolean): string {
  if (nodes.length === 0)
    return `nothing to do: no node differs${isMaybeMore ? ', of those that tell' : ''}\n`;
  const rows = nodes.map((node, index) => [
    `${index + 1}`,
    node.hostname,
    variantOf(node),
    node.because,
    diskOf(node),
    node.power.join(', ') || (node.removal === undefined ? 'none' : ''),
  ]);
  return table(['', 'NODE', 'COMES UP AS', 'WHY', 'ERASED', 'POWER'], rows);
}

function paragraphs(plan: ReimagePlan, unknown: ReimageReport['unknown'], colours: Palette): string[] {
  const { nodes, warnings, refusals } = plan;
  const kept = nodes.flatMap(({ hostname, keeps, loses }) => [
    ...(keeps.length === 0 ? [] : [`${visible(hostname)} keeps ${visible(keeps.join(', '))}\n`]),
    // That the rest of its disk is erased stands in the table.
    ...loses
      .filter((each) => !each.startsWith('everything else on '))
      .map((each) => `${colours.warning(`${visible(hostname)} loses`)} ${visible(each)}\n`),
  ]);
  const notes = [
    ...nodes
      .filter(({ alive }) => !alive)
      .map(({ hostname, removal }) =>
        removal === undefined
          ? `${hostname} does not answer: it is replaced, and its disk was not looked at`
          : `${hostname} does not answer: its pods are told to go, and not waited for`,
      ),
    ...nodes
      .filter(({ variant }) => variant === 'bootstrap')
      .map(({ hostname }) => `${hostname} founds a NEW cluster: the old one is not restored`),
    ...warnings,
    ...unknown.map(({ hostname, why }) => `${hostname} is left alone: ${why}`),
  ];
  return [
    ...(nodes.length === 0 ? [] : [`${wayText(plan)}\n`]),
    ...(kept.length === 0 ? [] : [kept.join('')]),
    ...(notes.length === 0
      ? []
      : [notes.map((note) => `${colours.warning('!')} ${visible(note)}\n`).join('')]),
    ...(refusals.length === 0
      ? []
      : [
          refusals
            .map(
              ({ node, message, next }) =>
                `${colours.error('✗')} ${node === undefined ? '' : `${visible(node)}: `}${visible(message)}\n  ${visible(next)}\n`,
            )
            .join(''),
        ]),
  ];
}

/** How they go about it, and what that means for etcd. */
function wayText({ nodes, quorum, agentsAtATime, drain }: ReimagePlan): string {
  const servers = nodes.filter(({ role }) => role === 'server').length;
  const others = nodes.length - servers;
  const order = [
    ...(servers === 0 ? [] : [servers === 1 ? '1 server' : `${servers} servers, one at a time`]),
    ...(others === 0
      ? []
      : [others === 1 ? '1 other node' : `${others} other nodes, up to ${agentsAtATime} at a time`]),
  ].join(', then ');
  const pods = `pods have ${timeSpan(drain.timeoutSeconds)} to leave${drain.deleteEmptyDirData ? ', what they keep in emptyDir is lost' : ''}${drain.force ? ', and those that nothing brings back go too' : ''}`;
  const etcd =
    quorum === undefined || servers === 0
      ? ''
      : ` · etcd: ${quorum.healthy} of ${quorum.voters} members are healthy; at worst ${quorum.lowest} will be, and ${quorum.needed} are needed`;
  return `${order} · ${pods}${etcd}`;
}

function variantOf({ variant, kubernetesName, removal }: PlannedNode): string {
  if (removal !== undefined) return 'removed for good';
  return `${variant}${variant === 'join' || variant === 'agent' ? (kubernetesName === undefined ? ' (new)' : '') : ''}`;
}

function diskOf({ disk }: PlannedNode): string {
  if (disk === undefined) return 'nothing';
  const { device, serial, wwn, proof } = disk;
  if (proof === 'unseen') return `${device} (not seen)`;
  const mark = serial ?? wwn;
  return mark === undefined ? device : `${device} (serial ${mark})`;
}
