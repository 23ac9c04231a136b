import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const { GITHUB_WORKSPACE, INPUT_PATH, STAND_IN_BUNDLE, STAND_IN_ROOT } = process.env;
const folder = join(GITHUB_WORKSPACE, INPUT_PATH);
mkdirSync(folder, { recursive: true });
symlinkSync(STAND_IN_BUNDLE, join(folder, 'dist'));
copyFileSync(join(STAND_IN_ROOT, 'action.yml'), join(folder, 'action.yml'));
