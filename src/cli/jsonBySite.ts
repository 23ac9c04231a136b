import { jsonText } from '../report/jsonText.ts';

/** One JSON document of what several sites have to say, by the name of the site; that of a lone site is left as it is. */
export function jsonBySite(sites: readonly (readonly [name: string, json: string])[]): string {
  const [first, ...others] = sites;
  if (first !== undefined && others.length === 0) return first[1];
  return jsonText(Object.fromEntries(sites.map(([name, json]) => [name, JSON.parse(json)])));
}
