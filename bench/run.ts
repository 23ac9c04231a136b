/**
 * Measures `check` and `render` beside the stock `butane` in a shell loop, in one run.
 * `npm run bench` for the lab and 1,000 nodes; `npm run bench -- --nodes 10000` for more.
 * `npm run bench -- --deploy`, as root, measures deploys instead: `--megabytes 256,1024` says of which files.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findTool } from '../test/tools/find.ts';
import { benchDeploy } from './deploy.ts';
import { changeOneNode, writeInventory } from './inventory.ts';
import { type Cost, measure, measureNode, median } from './measure.ts';

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '5' },
    deploy: { type: 'boolean', default: false },
    megabytes: { type: 'string', default: '256,1024' },
  },
});
const root = resolve(import.meta.dirname, '..');
const cli = join(root, 'dist', 'cli.js');
const lock = join(root, 'inventory', 'images.lock.yaml');
const work = mkdtempSync(join(tmpdir(), 'pilotlight-bench-'));

interface Row {
  readonly what: string;
  readonly cost: Cost;
  readonly note?: string;
}

/** A folder with an inventory in it and caches of its own. */
function place(name: string): { cwd: string; cache: string } {
  const cwd = join(work, name);
  mkdirSync(cwd, { recursive: true });
  return { cwd, cache: join(cwd, 'cache') };
}

const forget = (cache: string) => rmSync(cache, { recursive: true, force: true });

function lab(): Row[] {
  const at = place('lab');
  cpSync(join(root, 'inventory'), join(at.cwd, 'inventory'), { recursive: true });
  const runs = Array.from({ length: Number(values.runs) });
  const cold = runs.map(() => {
    forget(at.cache);
    return measureNode(cli, ['check'], at);
  });
  const warm = runs.map(() => measureNode(cli, ['check'], at));
  return [
    { what: 'check, the lab, no cache', cost: median(cold) },
    { what: 'check, the lab, nothing changed', cost: median(warm) },
  ];
}

function many(nodes: number): Row[] {
  const at = place(`nodes-${nodes}`);
  writeInventory(join(at.cwd, 'inventory'), nodes, lock);
  const cold = measureNode(cli, ['check'], at);
  const warm = measureNode(cli, ['check'], at);
  changeOneNode(join(at.cwd, 'inventory'));
  const one = measureNode(cli, ['check'], at);
  forget(at.cache);
  const render = measureNode(cli, ['render', '--out', 'tree'], at);
  const loop = stockLoop(at.cwd, nodes);
  const ratio = (loop.seconds / cold.seconds).toFixed(1);
  const renderRatio = (loop.seconds / render.seconds).toFixed(1);
  return [
    { what: `check, ${nodes} nodes, no cache`, cost: cold, note: `${ratio} × as fast as the loop` },
    { what: `check, ${nodes} nodes, nothing changed`, cost: warm },
    { what: `check, ${nodes} nodes, one changed`, cost: one },
    {
      what: `render to a folder, ${nodes} nodes, no cache`,
      cost: render,
      note: `${renderRatio} × as fast as the loop`,
    },
    {
      what: `stock butane, xargs -P ${cpus().length}, ${nodes} config.bu`,
      cost: loop,
      note: 'translates only: no checks, no rendering, no lint',
    },
  ];
}

/** What people do today: every finished Butane file through the stock program, as many at a time as there are processors. */
function stockLoop(cwd: string, nodes: number): Cost {
  const butane = findTool('butane');
  if (butane === undefined) throw new Error('the stock butane is not there: npm test installs it');
  const script = `find tree/nodes -name config.bu -print0 | head -z -n ${nodes} | xargs -0 -P ${cpus().length} -I '{}' "$0" --strict --output '{}.ign' '{}'`;
  return measure('sh', ['-c', script, butane], { cwd });
}

function print(rows: readonly Row[]): void {
  const width = Math.max(...rows.map(({ what }) => what.length));
  for (const { what, cost, note } of rows) {
    const peak = cost.peak === undefined ? '' : `${Math.round(cost.peak / 1e6)} MB`;
    console.log(
      `${what.padEnd(width)}  ${cost.seconds.toFixed(2).padStart(7)} s  ${peak.padStart(7)}  ${note ?? ''}`.trimEnd(),
    );
  }
}

try {
  if (values.deploy) {
    await benchDeploy(values.megabytes.split(',').map(Number), Number(values.runs));
  } else {
    console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
    print([...lab(), ...many(Number(values.nodes))]);
  }
} finally {
  rmSync(work, { recursive: true });
}
