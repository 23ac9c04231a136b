/** Wakes a machine of the network that is given: run in a network of its own, which the test watches. */
import { openPower } from '../../../../src/adapters/power/openPower.ts';
import { machine, testTools } from '../tools.ts';

const [, , cidr = ''] = process.argv;
const control = openPower({ method: 'wol', settings: {} }, { ...machine, cidr }, testTools({}), {});
const { usable, detail } = await control.probe();
if (!usable) throw new Error(detail);
await control.cycle();
