/** Where Node keeps what it compiled, for a program that gets an environment of its own; nothing where the run of tests has no such place. */
export function compileCache(): Readonly<Record<string, string>> {
  const { NODE_COMPILE_CACHE } = process.env;
  return NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };
}
