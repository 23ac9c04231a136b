/** What programs that are started need of our environment to be found and to find themselves; the rest may be secret. */
export function programEnvironment(ours: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    ['PATH', 'HOME'].flatMap((name) => (ours[name] === undefined ? [] : [[name, ours[name]]])),
  );
}
