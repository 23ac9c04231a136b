import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

copyFileSync(process.env.INPUT_SARIF_FILE, join(process.env.STAND_IN_KEPT, 'findings.sarif'));
