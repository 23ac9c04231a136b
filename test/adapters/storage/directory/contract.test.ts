import { storageContract } from '../contract.ts';
import { directoryPlace } from './place.ts';

storageContract('a folder of this machine', directoryPlace, { runs: 100 });
