import type { Pointer } from '../../inventory/model/provenance.ts';
import { knownUnits } from '../units/data/knownUnits.ts';
import { dependencies } from '../units/dependencies.ts';
import { listValues, parseUnit, type Unit } from '../units/unit.ts';
import { mountUnitName, templateOf } from '../units/unitName.ts';
import type { FileElement, NodeFiles, Placed } from './nodeFiles.ts';
import { realPath } from './realPath.ts';

/** A unit at its place in a configuration. */
export interface PlacedUnit {
  readonly at: Pointer;
  readonly unit: Unit;
}

/** A configuration as rules look at it that need more than one element. */
export interface NodeView {
  readonly nodeFiles: NodeFiles;
  readonly units: readonly PlacedUnit[];
  readonly unitByName: ReadonlyMap<string, PlacedUnit>;
  /** By {@link realPath}. */
  readonly fileByPath: ReadonlyMap<string, Placed<FileElement>>;
  /** Whether a unit of this name exists on the node: in the configuration, in CoreOS, or made by a generator. */
  brings(name: string): boolean;
  /** Whether another unit, a link or a script of the configuration starts the unit. */
  starts(name: string): boolean;
  /** Every name of a unit that is known, for did-you-mean. */
  unitNames(): Iterable<string>;
  /** Whether any script, command or link of the configuration names this text. */
  mentions(text: string): boolean;
}

/** Makes the view of a configuration. What few rules need is made only when they ask. */
export function viewOf(nodeFiles: NodeFiles): NodeView {
  const units = nodeFiles.units.map(({ at, element }) => ({ at, unit: parseUnit(element) }));
  const fileByPath = new Map(nodeFiles.files.map((file) => [realPath(file.element.path), file]));
  const own = new Set([
    ...units.filter(({ unit }) => unit.complete || unit.element.partlyUnknown).map(({ unit }) => unit.name),
    ...nodeFiles.files.flatMap(({ element }) => unitOfFile(element.path)),
    ...nodeFiles.folders.flatMap(({ element }) => (element.mountUnit ? [mountUnitName(element.path)] : [])),
    ...nodeFiles.links.flatMap(({ element }) => unitOfFile(element.path)),
  ]);
  const known = (name: string) => own.has(name) || knownUnits.has(name);
  const mentions = (text: string) =>
    nodeFiles.files.some(({ element }) => element.texts.some((each) => each.text.includes(text))) ||
    nodeFiles.links.some(({ element }) => element.path === text);
  return {
    nodeFiles,
    units,
    unitByName: new Map(units.map((placed) => [placed.unit.name, placed])),
    fileByPath,
    brings: (name) => known(name) || implicit.test(name) || known(templateOf(name) ?? name),
    starts: (name) => startedByUnit(units, name) || startedByLink(nodeFiles, name) || mentions(name),
    unitNames: () => [...own, ...knownUnits],
    mentions,
  };
}

/** Units that the kernel's devices, mounts of others and systemd itself make without a file. */
const implicit = /\.(device|slice|scope|swap)$|^(dev|sys|run|sysroot|proc)-.*\.(mount|automount)$/;

/** The units that a file makes: itself under /etc/systemd/system, or what Quadlet makes of it. */
function unitOfFile(path: string): string[] {
  const unit = /^\/(?:etc|usr\/local\/lib)\/systemd\/system\/([^/]+)$/.exec(path)?.[1];
  if (unit !== undefined) return [unit];
  const quadlet =
    /^\/etc\/containers\/systemd\/(?:.*\/)?([^/]+)\.(container|kube|volume|network|pod|image|build)$/.exec(
      path,
    );
  if (quadlet === null) return [];
  const [, name = '', kind = ''] = quadlet;
  return [`${name}${kind === 'container' || kind === 'kube' ? '' : `-${kind}`}.service`];
}

const starting = new Set(['Wants', 'Requires', 'BindsTo', 'Upholds', 'OnFailure', 'OnSuccess']);

function startedByUnit(units: readonly PlacedUnit[], name: string): boolean {
  const stem = name.replace(/\.[a-z]+$/, '');
  return units.some(
    ({ unit }) =>
      unit.name !== name &&
      (dependencies(unit).some((each) => each.name === name && starting.has(each.key)) ||
        (/^(timer|path|socket)$/.test(unit.type) && unit.name.replace(/\.[a-z]+$/, '') === stem) ||
        listValues(unit, 'Install', 'Also').some(({ word }) => word === name) ||
        unit.commands.some(({ command }) => command.arguments.some((word) => word.includes(stem)))),
  );
}

function startedByLink(nodeFiles: NodeFiles, name: string): boolean {
  return nodeFiles.links.some(({ element }) => element.path.endsWith(`/${name}`));
}
