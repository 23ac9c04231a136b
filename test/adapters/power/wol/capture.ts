import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { requireTool, type Skipping } from '../../../tools/tools.ts';

/** Frames that come by, as they are on the wire. */
export interface Capture {
  /** All of them, once as many as were asked for have come. */
  readonly frames: Promise<readonly Buffer[]>;
  end(): void;
}

const fileHeader = 24;
const recordHeader = 16;

/** Takes down frames of an interface that a filter lets through. Resolves once it listens. */
export async function startCapture(
  {
    enter,
    device,
    filter,
    count,
  }: {
    readonly enter: readonly string[];
    readonly device: string;
    readonly filter: string;
    readonly count: number;
  },
  context: Skipping,
): Promise<Capture> {
  const tcpdump = requireTool('tcpdump', context);
  const words = [...enter, tcpdump, '-i', device, '-Z', 'root', '-U', '-w', '-', '-c', `${count}`, filter];
  const [program = '', ...parameters] = words;
  const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  const frames = new Promise<readonly Buffer[]>((resolve) => {
    child.once('close', () => resolve(framesIn(Buffer.concat(parts))));
  });
  await new Promise<void>((resolve, reject) => {
    const said: string[] = [];
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      if (/listening on/.test(line)) resolve();
    });
    child.once('close', () => reject(new Error(`tcpdump ended: ${said.join('\n')}`)));
  });
  return { frames, end: () => child.kill('SIGKILL') };
}

/** The frames in a file of pcap's form. */
function framesIn(bytes: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  let offset = fileHeader;
  while (offset + recordHeader <= bytes.length) {
    const length = bytes.readUInt32LE(offset + 8);
    frames.push(bytes.subarray(offset + recordHeader, offset + recordHeader + length));
    offset += recordHeader + length;
  }
  return frames;
}
