import type { KernelArgument } from '../../ipxe/kernelLine.ts';
import type { Finding } from '../../shared/finding.ts';
import type { Boot } from './boots.ts';
import type { IpxeRule, LintContext } from './context.ts';

/** The kernel arguments of one CoreOS boot. */
export interface BootArguments {
  readonly boot: Boot;
  /** The last argument of a name. */
  readonly last: (name: string) => KernelArgument | undefined;
  readonly all: readonly KernelArgument[];
  /** Whether a setting among the arguments may bring more of them. */
  readonly isOpen: boolean;
}

/** A rule that looks at the arguments of each CoreOS kernel. */
export function argumentRule(check: (context: LintContext, given: BootArguments) => Finding[]): IpxeRule {
  return (context) =>
    context.boots
      .filter(({ isCoreos }) => isCoreos)
      .flatMap((boot) => {
        const all = boot.kernel.arguments;
        return check(context, {
          boot,
          all,
          last: (name) => all.findLast((argument) => argument.name === name),
          isOpen: all.some(({ token }) => token.text.startsWith('${')),
        });
      });
}
