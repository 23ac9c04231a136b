import { isMapping, type Mapping } from '../butane/data.ts';

/** Values of a Helm chart: plain data. */
export type ChartValues = Mapping;

/** Lays values over others, as Helm lays one file of values over another: mappings are joined key by key, anything else is replaced. */
export function overlaidValues(below: ChartValues, above: ChartValues): ChartValues {
  const joined = Object.entries(above).map(([key, value]) => {
    const former = Object.hasOwn(below, key) ? below[key] : undefined;
    return [key, isMapping(former) && isMapping(value) ? overlaidValues(former, value) : value];
  });
  return { ...below, ...Object.fromEntries(joined) };
}

/** The value at a path of keys; undefined where there is none. */
export function valueAt(values: ChartValues, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (isMapping(at) && Object.hasOwn(at, key) ? at[key] : undefined),
    values,
  );
}
