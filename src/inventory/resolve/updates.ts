import type { Updates } from '../model/node.ts';
import type { Layers } from './layer.ts';
import { derived, fromFile, type Note } from './note.ts';
import { pick, pickOne } from './pick.ts';
import { stagger, usualWindows } from './stagger.ts';
import { at, items, text, texts, type Written } from './written.ts';

/** What a node's layers say of updates, before windows are shared out among the servers. */
export interface WantedUpdates {
  readonly strategy: Updates['strategy'];
  readonly windows: Updates['windows'];
  /** `own`: the node's file gives the windows, so they are taken as they are. */
  readonly windowsFrom: 'own' | 'shared' | 'default';
}

/** Reads `updates` of some layers. */
export function resolveUpdates(layers: Layers, note: Note): WantedUpdates {
  const strategy = pickOne(layers, ['updates', 'strategy'], ['windows', 'immediate', 'off'], 'windows', note);
  const written = pick(layers, ['updates', 'windows']);
  if (strategy !== 'windows') return { strategy, windows: [], windowsFrom: 'default' };
  if (written === undefined || items(written).length === 0) {
    note(['updates', 'windows'], derived('the built-in nightly windows'));
    return { strategy, windows: usualWindows, windowsFrom: 'default' };
  }
  note(['updates', 'windows'], fromFile(written));
  const own = layers.at(-1)?.kind === 'node' && layers.at(-1)?.settings.document === written.document;
  return { strategy, windows: readWindows(written), windowsFrom: own ? 'own' : 'shared' };
}

/** Says where windows come from that are a server's part of others: the values are nobody's, but follow from what was written. */
export function noteTurn({ windowsFrom }: WantedUpdates, layers: Layers, note: Note): void {
  const written = pick(layers, ['updates', 'windows']);
  if (windowsFrom === 'default' || written === undefined)
    note(['updates', 'windows'], derived("the server's turn in the built-in nightly windows"));
  else {
    const source = { file: written.document.file, pointer: written.pointer };
    note(['updates', 'windows'], { ...derived("the server's turn in the windows"), source });
  }
}

/** A node as far as its update windows go. */
export interface Updating {
  readonly wanted: WantedUpdates;
  /** Only servers take turns: a rack of agents may reboot in one night. */
  readonly server: boolean;
}

/** Gives each node its updates. Servers that share windows get parts of them that never overlap, in the order of the list. */
export function shareWindows(nodes: readonly Updating[]): Updates[] {
  const waiting = new Map<string, number[]>();
  const settled = nodes.map(({ wanted, server }, index) => {
    if (server && wanted.strategy === 'windows' && wanted.windowsFrom !== 'own') {
      const key = JSON.stringify(wanted.windows);
      const queue = waiting.get(key) ?? [];
      waiting.set(key, queue);
      queue.push(index);
    }
    return plain(wanted);
  });
  for (const queue of waiting.values()) {
    if (queue.length < 2) continue;
    const first = queue[0] === undefined ? undefined : nodes[queue[0]];
    const shares = stagger(first?.wanted.windows ?? [], queue.length);
    queue.forEach((index, turn) => {
      settled[index] = { strategy: 'windows', windows: shares[turn] ?? [] };
    });
  }
  return settled;
}

const plainOf = new WeakMap<WantedUpdates, Updates>();

/** The same object for the same wish, so that agents share theirs. */
function plain(wanted: WantedUpdates): Updates {
  const known = plainOf.get(wanted);
  if (known !== undefined) return known;
  const made: Updates = { strategy: wanted.strategy, windows: wanted.windows };
  plainOf.set(wanted, made);
  return made;
}

function readWindows(written: Written): Updates['windows'] {
  return items(written).map((window) => {
    const length = at(window, 'lengthMinutes').value;
    return {
      days: texts(at(window, 'days')),
      start: text(at(window, 'start')) ?? '00:00',
      lengthMinutes: typeof length === 'number' ? length : 0,
    };
  });
}
