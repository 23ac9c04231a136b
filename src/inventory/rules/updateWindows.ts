import type { Finding } from '../../shared/finding.ts';
import { pick } from '../resolve/pick.ts';
import { layersOf, type ResolvedNode } from '../resolve/site.ts';
import { shortestWindow } from '../resolve/stagger.ts';
import { cutAtWeekEnd, stretchesOf } from '../resolve/week.ts';
import { root, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { also, once, report } from './report.ts';

/** Two servers never reboot at once, and each has the time to. */
export function* updateWindows({ resolved }: RuleContext): Generator<Finding> {
  const inTurns = resolved.nodes.filter(
    ({ node }) => node.role === 'server' && node.updates.strategy === 'windows',
  );
  yield* overlaps(inTurns);
  yield* tooShort(inTurns);
}

function* overlaps(servers: readonly ResolvedNode[]): Generator<Finding> {
  const sorted = servers
    .flatMap((server) =>
      stretchesOf(server.node.updates.windows)
        .flatMap(cutAtWeekEnd)
        .map((stretch) => ({ server, ...stretch })),
    )
    .sort((a, b) => a.from - b.from);
  const told = new Set<ResolvedNode>();
  let latest = sorted[0];
  for (const each of sorted.slice(1)) {
    if (latest === undefined) return;
    if (each.server !== latest.server && each.from < latest.to)
      yield* overlapping(latest.server, each.server, told);
    if (each.to > latest.to) latest = each;
  }
}

/** One finding a server is enough, at the one whose own file gives windows. */
function* overlapping(a: ResolvedNode, b: ResolvedNode, told: Set<ResolvedNode>): Generator<Finding> {
  const [other, guilty] = b.draft.updates.windowsFrom === 'own' ? [a, b] : [b, a];
  if (told.has(guilty)) return;
  told.add(guilty);
  const message = `${guilty.node.name} may reboot in the same update window as ${other.node.name}`;
  yield report('PL1290', windowsOf(guilty), message, {
    hint: 'give no server windows of its own: then they take turns in those of the site',
    related: also(windowsOf(other)),
  });
}

function* tooShort(servers: readonly ResolvedNode[]): Generator<Finding> {
  const first = once();
  for (const server of servers) {
    const { windows } = server.node.updates;
    // Windows of the wrong shape have their own findings.
    if (stretchesOf(server.draft.updates.windows).length === 0) continue;
    const longest = Math.max(0, ...windows.map(({ lengthMinutes }) => lengthMinutes));
    if (longest >= shortestWindow) continue;
    const written = windowsOf(server);
    if (!first(written)) continue;
    const message = `${server.node.name} has ${longest} minutes to update itself, ${shortestWindow} is the least`;
    yield report('PL1292', written, message, {
      hint: 'servers take turns in the windows of the site: make those longer, or add days',
    });
  }
}

function windowsOf(server: ResolvedNode): Written {
  return pick(layersOf(server), ['updates', 'windows']) ?? root(server.document);
}
