import type { Flaw } from '../ignition/flaw.ts';
import type { FileElement } from '../ignition/nodeFiles.ts';
import { onceForEach } from '../ignition/onceForEach.ts';
import { textFlaw } from '../ignition/textFlaw.ts';
import { interpreterOf } from './shebang.ts';

/** Interpreters that Fedora CoreOS does not ship; manifests/ of coreos/fedora-coreos-config leave them out on purpose. */
const absent =
  /^(?:python[\d.]*|perl[\d.]*|ruby|node|nodejs|php|zsh|fish|ksh\d*|mksh|dash|ash|busybox|tclsh|pwsh|lua)$/;

/** Programs that Fedora CoreOS does have, by their names in /bin and /usr/bin. */
const folders = /^\/(?:usr\/)?bin\//;

/** PL3252: a script for an interpreter that is not there. */
function missingInterpreter({ path, texts }: FileElement): Flaw[] {
  return texts.slice(0, 1).flatMap((source) => {
    const interpreter = interpreterOf(source.text);
    const name = interpreter?.split('/').at(-1) ?? '';
    if (interpreter === undefined || !absent.test(name)) return [];
    if (interpreter.includes('/') && !folders.test(interpreter)) return [];
    const end = source.text.search(/\r?\n|$/) + 1;
    const message = `${path} is written for ${name}, which Fedora CoreOS does not have`;
    return [
      textFlaw(
        'PL3252',
        source,
        { line: 1, column: 1, endColumn: end },
        message,
        'write it for /bin/bash, or run it in a container',
      ),
    ];
  });
}

/** PL3253: a script with carriage returns. */
function windowsLineEnds({ path, texts }: FileElement): Flaw[] {
  return texts.flatMap((source) => {
    if (!source.text.startsWith('#!') || !source.text.includes('\r\n')) return [];
    const line = source.text.slice(0, source.text.indexOf('\r\n')).split('\n').length;
    return [textFlaw('PL3253', source, { line, column: 1 }, `${path} has Windows line ends (CRLF)`)];
  });
}

/** All that is wrong with a script by itself, as far as it needs no shellcheck; each file is looked at once. */
export const scriptFlaws: (file: FileElement) => readonly Flaw[] = onceForEach((file: FileElement) => [
  ...missingInterpreter(file),
  ...windowsLineEnds(file),
]);
