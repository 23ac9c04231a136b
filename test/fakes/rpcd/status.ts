/** What a call of ubus ends with: the exit status of the program `ubus`. */
export const status = {
  ok: 0,
  invalidCommand: 1,
  invalidArgument: 2,
  methodNotFound: 3,
  notFound: 4,
  noData: 5,
  permissionDenied: 6,
  unknownError: 9,
} as const;

/** A call that fails. */
export class UbusError extends Error {
  readonly status: number;

  constructor(code: keyof typeof status, why: string) {
    super(why);
    this.status = status[code];
  }
}

/** A message of a call, its members read by the kind that they have to be. Strict: a member that nobody asked for is an error. */
export class Message {
  readonly #members: Map<string, unknown>;

  constructor(text: string) {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new UbusError('invalidArgument', 'no object');
    this.#members = new Map(Object.entries(value));
  }

  take<T>(name: string, is: (value: unknown) => value is T): T | undefined {
    const value = this.#members.get(name);
    this.#members.delete(name);
    if (value !== undefined && !is(value))
      throw new UbusError('invalidArgument', `${name} is of another kind`);
    return value as T | undefined;
  }

  need<T>(name: string, is: (value: unknown) => value is T): T {
    const value = this.take(name, is);
    if (value === undefined) throw new UbusError('invalidArgument', `${name} is missing`);
    return value;
  }

  end(): void {
    if (this.#members.size > 0)
      throw new UbusError('invalidArgument', `unknown: ${[...this.#members.keys()].join(', ')}`);
  }
}

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isNumber = (value: unknown): value is number => typeof value === 'number';
export const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
export const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
export const isPairs = (value: unknown): value is [string, string][] =>
  Array.isArray(value) && value.every((each) => isTexts(each) && each.length === 2);
export const isValues = (value: unknown): value is Record<string, string | string[]> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => isText(each) || isTexts(each));
