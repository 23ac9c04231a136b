import { writeSync } from 'node:fs';
import { openDirectoryStorage } from '../../../../src/adapters/storage/directory/openDirectoryStorage.ts';
import { ownerOf } from '../contract/place.ts';
import { wholeDeploy } from './wholeDeploy.ts';

// A process that a test ends at any moment: deploys, and writes a byte after each small step.
const [root = '', number = ''] = process.argv.slice(2);
const storage = openDirectoryStorage(root);
const handle = { number: Number(number), token: `writer-${process.pid}` };
if (!(await storage.lock(handle, ownerOf(handle)))) process.exit(80);
const tick = () => writeSync(1, '.');
tick();
await wholeDeploy(storage, handle, tick);
await storage.unlock(handle);
