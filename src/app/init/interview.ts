/** A choice of several. */
export interface Choice<T> {
  readonly name: string;
  readonly value: T;
}

/** Asks a person at a terminal. Whoever ends it has said nothing, and a Failure is thrown. */
export interface Interview {
  /** A line; asked again until the check answers true. The check says what is wrong otherwise. */
  input(question: {
    readonly message: string;
    readonly default?: string | undefined;
    readonly check?: (text: string) => true | string;
  }): Promise<string>;
  confirm(question: { readonly message: string; readonly default: boolean }): Promise<boolean>;
  select<T>(question: { readonly message: string; readonly choices: readonly Choice<T>[] }): Promise<T>;
  checkbox<T>(question: {
    readonly message: string;
    readonly choices: readonly Choice<T>[];
    readonly checked: boolean;
  }): Promise<T[]>;
  /** Tells something between two questions. */
  say(text: string): void;
}
