import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

appendFileSync(join(process.env.STAND_IN_KEPT, 'ended'), `${process.env.INPUT_COMMAND}\n`);
