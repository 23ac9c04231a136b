import type { IpxeRule } from './context.ts';
import { argumentCount } from './rules/argumentCount.ts';
import { commandNotBuilt } from './rules/commandNotBuilt.ts';
import { continuationEnd } from './rules/continuationEnd.ts';
import { continuationSpace } from './rules/continuationSpace.ts';
import { idleIgnition, liveInstall } from './rules/contradictions.ts';
import { duplicateLabel } from './rules/duplicateLabel.ts';
import { endlessLoop } from './rules/endlessLoop.ts';
import { firstLine } from './rules/firstLine.ts';
import { gluedConnector } from './rules/gluedConnector.ts';
import { https } from './rules/https.ts';
import { initrdMissing } from './rules/initrdMissing.ts';
import { initrdName } from './rules/initrdName.ts';
import { noDevice, unstableDevice } from './rules/installDevice.ts';
import { needlessInsecure, unsignedImage } from './rules/installInsecure.ts';
import { installStream } from './rules/installStream.ts';
import { kernelAlone } from './rules/kernelAlone.ts';
import { emptyArgument, unknownArgument } from './rules/knownArguments.ts';
import { midLineComment } from './rules/midLineComment.ts';
import { missingIgnition, missingInstallDevice, missingRootfs } from './rules/missingArguments.ts';
import { missingCommand } from './rules/missingCommand.ts';
import { missingOption } from './rules/missingOption.ts';
import { mixedArchitectures, mixedReleases } from './rules/mixedImages.ts';
import { optionValue } from './rules/optionValue.ts';
import { contradictoryArguments, repeatedArgument } from './rules/repeatedArguments.ts';
import { rootfsInitrd } from './rules/rootfsInitrd.ts';
import { secret } from './rules/secret.ts';
import { settingType } from './rules/settingType.ts';
import { unclosedSetting } from './rules/unclosedSetting.ts';
import { undefinedLabel } from './rules/undefinedLabel.ts';
import { unknownCommand } from './rules/unknownCommand.ts';
import { unknownOption } from './rules/unknownOption.ts';
import { unreachable } from './rules/unreachable.ts';
import { unservedUrl } from './rules/unservedUrl.ts';
import { unusedLabel } from './rules/unusedLabel.ts';

/** Every rule for iPXE scripts. Each answers findings of one code. */
export const ipxeRules: readonly IpxeRule[] = [
  argumentCount,
  commandNotBuilt,
  continuationEnd,
  continuationSpace,
  liveInstall,
  idleIgnition,
  duplicateLabel,
  endlessLoop,
  firstLine,
  gluedConnector,
  https,
  initrdMissing,
  initrdName,
  unstableDevice,
  noDevice,
  needlessInsecure,
  unsignedImage,
  installStream,
  kernelAlone,
  unknownArgument,
  emptyArgument,
  midLineComment,
  missingInstallDevice,
  missingRootfs,
  missingIgnition,
  missingCommand,
  missingOption,
  mixedReleases,
  mixedArchitectures,
  optionValue,
  repeatedArgument,
  contradictoryArguments,
  rootfsInitrd,
  secret,
  settingType,
  unclosedSetting,
  undefinedLabel,
  unknownCommand,
  unknownOption,
  unreachable,
  unservedUrl,
  unusedLabel,
];
