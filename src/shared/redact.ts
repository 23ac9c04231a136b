import { Failure } from './failure.ts';

/** What stands in a text for a value that nobody may read. */
const hiddenValue = '***';

/** Shorter ones are no secrets: hiding them would leave nothing of a text. */
const shortest = 4;

/** The values of secrets that a run has seen, and what must not be printed because of them. */
export class Redaction {
  readonly #forms = new Set<string>();
  readonly #onForm: ((form: string) => void) | undefined;

  /** @param onForm called once with each text to be hidden: for a log that is masked by somebody else */
  constructor(onForm?: (form: string) => void) {
    this.#onForm = onForm;
  }

  /** Notes a value: from now on it is hidden, and each of its lines, and what JSON, a URL and base64 make of it. */
  add(value: string): void {
    for (const form of formsOf(value)) {
      if (this.#forms.has(form)) continue;
      this.#forms.add(form);
      this.#onForm?.(form);
    }
  }

  /** A text without any of the values. */
  text(text: string): string {
    let result = text;
    for (const form of [...this.#forms].sort((a, b) => b.length - a.length))
      result = result.replaceAll(form, hiddenValue);
    return result;
  }

  /** An error that says the same without any of the values. What caused it is left out: nobody knows what that holds. */
  error(error: unknown): Error {
    if (error instanceof Failure) {
      const next = error.next === undefined ? {} : { next: this.text(error.next) };
      return new Failure(error.kind, this.text(error.message), next);
    }
    const { name, message, stack, code } = error as Error & { code?: string };
    const safe = new Error(this.text(message ?? String(error)));
    safe.name = name ?? 'Error';
    safe.stack = this.text(stack ?? '');
    return code === undefined ? safe : Object.assign(safe, { code });
  }
}

function formsOf(value: string): string[] {
  const lines = value.split(/\r\n|\r|\n/);
  const plain = [value, ...lines.map((line) => line.trim())].filter((form) => form.length >= shortest);
  const written = plain.flatMap((form) => [
    form,
    JSON.stringify(form).slice(1, -1),
    encodeURIComponent(form.toWellFormed()),
    Buffer.from(form).toString('base64').replace(/=+$/, ''),
  ]);
  return [...new Set(written)];
}
