import { palette } from '../report/palette.ts';
import { isInventory } from './inventoryFolder.ts';

/** What to do next, for somebody who typed the name alone. */
export function nextStep(folder: string, colour: boolean): string {
  const { strong, faint } = palette(colour);
  const line = (command: string, what: string) => `  ${strong(command.padEnd(34))} ${faint(what)}\n`;
  const steps = isInventory(folder)
    ? [
        line('pilotlight check', `find every mistake in ${folder}/`),
        line('pilotlight show', 'the site with all defaults, and where each value came from'),
        line('pilotlight plan --against main', 'what your changes mean for each node'),
        line('pilotlight publish --out DIR', 'make a release'),
        line('pilotlight deploy --plan', 'what bringing it to the router would do'),
      ]
    : [
        line('pilotlight demo', 'see the whole way on an example'),
        line('pilotlight init', 'make an inventory of your own, from a few questions'),
        line('pilotlight --inventory DIR check', `there is no ${folder}/site.yaml here: name your inventory`),
      ];
  return `Pilotlight keeps a rack of bare-metal machines equal to a Git repository.\n\nNext:\n${steps.join('')}\n${faint('pilotlight --help lists everything.')}\n`;
}
