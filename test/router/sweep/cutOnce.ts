import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type CutPoint, describePoint } from './cutPoints.ts';
import { deployTo } from './deployTo.ts';
import type { SweepPlace } from './place.ts';
import { listTree, readAsMachine } from './readAsMachine.ts';
import { fresh, old, oldest } from './releases.ts';
import type { Heard, OnMoment } from './watchedShells.ts';

const killed = new URL('killedDeploy.ts', import.meta.url).pathname;

/** What a machine was served after a deploy had been cut, and whether that deploy came to its end by itself. */
export interface AfterCut {
  readonly served: 'old' | 'new';
  readonly finished: boolean;
}

/**
 * Deploys the new release, cut at one point. Throws unless a machine gets a complete release then, the next deploy finishes, the one after
 * it finds nothing to do in one question, and nothing is left over.
 */
export async function cutOnce(place: SweepPlace, point: CutPoint): Promise<AfterCut> {
  try {
    await place.reset();
    const finished = point.fault === undefined ? await kill(place, point) : await interrupt(place, point);
    await point.fault?.mends(place);
    const served = readAsMachine(place.root, [old, fresh]);
    if (finished && served !== fresh)
      throw new Error('the deploy said that it had ended, and the old release is served');
    await finish(place);
    return { served: served === fresh ? 'new' : 'old', finished };
  } catch (error) {
    throw new Error(`${describePoint(point)}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** Deploys, and breaks something at the point. Answers whether the deploy got over it. */
async function interrupt(place: SweepPlace, { moment, fault }: CutPoint): Promise<boolean> {
  let broken: Promise<'lost' | 'on'> | undefined;
  const breakIt = (): Promise<'lost' | 'on'> => {
    broken = Promise.resolve(fault?.breaks(place) ?? 'on');
    return broken;
  };
  const onMoment: OnMoment = async (command, when) => {
    if (command !== moment.command) return 'on';
    if (moment.when === 'during' && when === 'before') place.proxy.after(moment.byte ?? 1, breakIt);
    return moment.when === when ? breakIt() : 'on';
  };
  const failure = await deployTo(place.reach, fresh, { onMoment }).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (broken === undefined) throw new Error('the deploy never came to this point', { cause: failure });
  await broken;
  if (failure !== undefined && (failure as Error).name !== 'Failure') throw failure;
  if (failure !== undefined && fault?.passes === true) throw failure;
  return failure === undefined;
}

/** Deploys in a process of its own that is killed at the point. */
function kill(place: SweepPlace, { moment }: CutPoint): Promise<false> {
  const child = spawn(process.execPath, [killed], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${JSON.stringify(place.reach)}\n`);
  const die = () => child.kill('SIGKILL');
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === `${moment.command} ${moment.when}`) return void die();
    if (moment.when === 'during' && line === `${moment.command} before`)
      place.proxy.after(moment.byte ?? 1, die);
    child.stdin.write('\n');
  });
  return new Promise((resolve, reject) => {
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(false);
      else reject(new Error('the deploy never came to this point'));
    });
  });
}

/** What every next run must come to, whatever the last one left. */
async function finish(place: SweepPlace): Promise<void> {
  await deployTo(place.reach, fresh);
  if (readAsMachine(place.root, [old, fresh]) !== fresh)
    throw new Error('the next deploy left the old release');
  const heard: Heard = { commands: [] };
  const again = await deployTo(place.reach, fresh, { heard });
  if (again.changed || heard.commands.length !== 1)
    throw new Error(`the one after it still changed something: ${JSON.stringify(again)}`);
  const left = listTree(place.root).filter(
    (path) => path.startsWith('incoming/') || path.includes(oldest.wanted.id),
  );
  if (left.length > 0) throw new Error(`left over: ${left.join(', ')}`);
}
