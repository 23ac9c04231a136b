/**
 * A whole reimage beside the bare boot and install of the same machine, in one run: `node bench/reimage.ts --runs 3`, as root. The machine is
 * emulated, with real UEFI firmware, iPXE and Ignition, as in test/e2e/machines. Bare: it is restarted by hand, told to boot from the
 * network, and watched until its first boot has ended; what a person does before and after that is not counted.
 */
import { parseArgs } from 'node:util';
import { powerScripts } from '../src/generated/powerScripts.ts';
import { shQuote } from '../src/shared/shQuote.ts';
import { type MachineLab, nodes, startLab } from '../test/e2e/machines/lab.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
const secrets = ['--secrets', 'secrets.env'] as const;
const firstBootEnded = /e2e: installed[\s\S]*?one\.lab: all units ended/;

/** The boot option of the network card, which a first reimage tells: `0002`. */
let networkOption = '';

/** Restarts the machine by hand, with BootNext; answers the seconds from then until its first boot has ended. */
async function bare({ site, machines }: MachineLab): Promise<number> {
  await site.well('arm', 'one', ...secrets);
  const [high = '', low = ''] = networkOption.match(/../g) ?? [];
  const bytes = [low, high]
    .map((byte) => `\\${Number.parseInt(byte, 16).toString(8).padStart(3, '0')}`)
    .join('');
  const script = [powerScripts['boot-next'], 'boot-next', '/sys/firmware/efi/efivars', bytes];
  await site.ssh(nodes.one, `sudo -n sh -c ${script.map(shQuote).join(' ')} && sudo -n systemctl reboot`);
  const started = performance.now();
  await machines.one.screen.until(firstBootEnded);
  return (performance.now() - started) / 1000;
}

/** The whole command, from its start to its end. */
async function reimage({ site, machines }: MachineLab): Promise<number> {
  const started = performance.now();
  const said = await site.well('reimage', 'one', '--yes', ...secrets);
  const seconds = (performance.now() - started) / 1000;
  [, networkOption = networkOption] = /BootNext is Boot(\w{4})/.exec(said) ?? [];
  await machines.one.screen.until(firstBootEnded);
  return seconds;
}

function skip(why?: string): never {
  throw new Error(why ?? 'something that this needs is missing');
}

const lab = await startLab({ skip });
try {
  lab.site.describe({ ...nodes.one, role: 'none' });
  await lab.site.well('deploy');
  await lab.site.well('arm', 'one', ...secrets);
  lab.machines.one.switchOn();
  await lab.machines.one.screen.until(firstBootEnded);
  await reimage(lab);
  for (let run = 1; run <= Number(values.runs); run++) {
    const [without, whole] = [await bare(lab), await reimage(lab)];
    const more = whole - without;
    console.log(
      `run ${run}: bare ${without.toFixed(1)} s, reimage ${whole.toFixed(1)} s: ${more.toFixed(1)} s, ${((100 * more) / without).toFixed(1)} % more`,
    );
  }
} finally {
  await lab.close();
}
