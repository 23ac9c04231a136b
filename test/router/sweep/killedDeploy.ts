/**
 * A deploy in a process of its own, that kills itself at a moment. Its standard input is `{ reach, moment }` in JSON. It says on standard
 * output that it was still there when it should not have been.
 */
import { text } from 'node:stream/consumers';
import { deployTo, type Reach } from './deployTo.ts';
import { fresh } from './releases.ts';
import type { Moment } from './watchedShells.ts';

const { reach, moment } = JSON.parse(await text(process.stdin)) as { reach: Reach; moment: Moment };
const interrupt = (): 'lost' => {
  process.kill(process.pid, 'SIGKILL');
  return 'lost';
};
// Where a command gets no input, its request has gone out by the next turn of the event loop but one.
const onRequest = (callback: () => void): void => void setTimeout(callback, 1);
await deployTo(reach, fresh, { watch: { moment, interrupt, onRequest } });
console.log('not killed');
