import type { NodeAnswers } from '../answers.ts';
import { schemaUrl } from '../project.ts';
import { comment, yamlText } from './yamlText.ts';

/** The text of a node's file. What nobody knows yet stands in it as a comment, with how to find it. */
export function nodeText(node: NodeAnswers, version: string): string {
  const {
    macs,
    address,
    role,
    installDisk,
    architecture,
    firstServer,
    kernelArguments = [],
    remarks = [],
  } = node;
  const text = yamlText(
    {
      macs,
      address,
      role,
      ...(firstServer === true ? { firstServer } : {}),
      ...(installDisk === undefined ? {} : { installDisk }),
      ...(architecture === undefined || architecture === 'x86_64' ? {} : { architecture }),
      ...(kernelArguments.length === 0 ? {} : { kernelArguments }),
    },
    schemaUrl('node', version),
    remarks,
  );
  return installDisk === undefined
    ? `${text}${diskLines.map((line) => `${comment(line)}\n`).join('')}`
    : text;
}

const diskLines = [
  'The disk that is erased and installed: look for it on the machine with ls -l /dev/disk/by-id.',
  'installDisk: /dev/disk/by-id/',
] as const;
