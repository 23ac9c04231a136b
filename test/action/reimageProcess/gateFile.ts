import { readFileSync, writeFileSync } from 'node:fs';
import { MemoryGate } from '../../fakes/memoryGate.ts';

const file = 'gate.json';

/** Keeps what a gate in memory has armed, for another process. */
export function keepGate({ armed }: MemoryGate): void {
  writeFileSync(file, JSON.stringify([...armed]));
}

/** The gate that another process kept. */
export function keptGate(): MemoryGate {
  const gate = new MemoryGate();
  for (const [mac, armed] of JSON.parse(readFileSync(file, 'utf8'))) gate.armed.set(mac, armed);
  return gate;
}
