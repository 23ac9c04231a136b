/**
 * A deploy in a process of its own, to be killed. Its first line of standard input is where to, in JSON. Before and after every command it
 * writes `<command> before` or `<command> after`, and goes on when it reads a line.
 */
import { createInterface } from 'node:readline/promises';
import { deployTo, type Reach } from './deployTo.ts';
import { fresh } from './releases.ts';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const reach = JSON.parse((await lines.next()).value ?? '') as Reach;
await deployTo(reach, fresh, {
  onMoment: async (command, when) => {
    process.stdout.write(`${command} ${when}\n`);
    await lines.next();
    return 'on';
  },
});
process.exit(0);
