import { bootProgram } from '../bootProgram.ts';
import type { Call, Handler } from '../handler.ts';
import type { Image } from '../images.ts';
import { isImage, type Machine } from '../machine.ts';
import { type CommandResult, failed, ok } from '../outcome.ts';

/** What `--name`, the arguments and `imgargs` do to an image, whichever command names it. */
function describe(image: Image, call: Call): void {
  const name = call.options.get('name');
  if (name !== undefined) image.name = name;
  const cmdline = call.arguments.slice(1).join(' ');
  if (call.arguments.length > 1 || call.name === 'imgargs') image.cmdline = cmdline;
}

/** An image that is held under the name, or else one that is fetched. */
async function acquire(machine: Machine, call: Call): Promise<Image | CommandResult> {
  const uri = call.arguments[0] ?? '';
  return machine.images.find(uri) ?? machine.download(uri);
}

const imgfetch: Handler = async (machine, call) => {
  const image = await machine.download(call.arguments[0] ?? '');
  if (!isImage(image)) return image;
  describe(image, call);
  machine.note({ kind: 'image', role: 'image', name: image.name, url: image.url });
  return ok;
};

const imgselect: Handler = async (machine, call) => {
  const image = await acquire(machine, call);
  if (!isImage(image)) return image;
  describe(image, call);
  if (image.type === 'other') return failed(notExecutable(image));
  machine.images.selected = image;
  machine.note({ kind: 'image', role: 'kernel', name: image.name, url: image.url });
  return ok;
};

const imgargs: Handler = async (machine, call) => {
  const image = await acquire(machine, call);
  if (!isImage(image)) return image;
  describe(image, call);
  return ok;
};

const imgexec: Handler = async (machine, call) => {
  const image = call.arguments.length === 0 ? machine.images.selected : await acquire(machine, call);
  if (image === undefined) {
    // iPXE prints "No image selected" and calls it a success.
    machine.note({ kind: 'skipped', text: call.name, why: 'no image is selected' });
    return ok;
  }
  if (!isImage(image)) return image;
  describe(image, call);
  if (image.type === 'other') return failed(notExecutable(image));
  if (call.options.has('replace') && machine.frame !== undefined) {
    machine.frame.replacement = image;
    machine.frame.stop = 'script';
    return ok;
  }
  return execute(machine, image, call.options.has('autofree'));
};

/** Runs an image, then whatever it asked to be replaced by. */
export async function execute(machine: Machine, image: Image, autofree: boolean): Promise<CommandResult> {
  let current = image;
  for (;;) {
    if (current.type === 'program') return bootProgram(machine, current);
    machine.note({ kind: 'chain', url: current.url });
    const { result, replacement } = await machine.runScript(machine, current);
    if (replacement === undefined) {
      if (!autofree) machine.images.restore(current);
      return result;
    }
    current = replacement;
  }
}

function notExecutable(image: Image): string {
  return `${image.url} is neither an iPXE script nor a program (exec format error)`;
}

const imgfree: Handler = (machine, call) => {
  if (call.arguments.length === 0) {
    machine.note({ kind: 'free', names: machine.images.clear() });
    return ok;
  }
  for (const name of call.arguments) {
    const image = machine.images.find(name);
    if (image === undefined) return failed(`there is no image named ${name}`);
    machine.images.remove(image);
  }
  machine.note({ kind: 'free', names: call.arguments });
  return ok;
};

/** Commands that fetch, select, run and free images. */
export const imageCommands: Readonly<Record<string, Handler>> = {
  imgfetch,
  module: imgfetch,
  initrd: imgfetch,
  imgextract: imgfetch,
  imgselect,
  imgload: imgselect,
  kernel: imgselect,
  imgargs,
  imgexec,
  chain: imgexec,
  boot: imgexec,
  imgfree,
};
