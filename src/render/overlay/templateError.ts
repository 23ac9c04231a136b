import { LiquidError } from 'liquidjs';
import type { TemplateSpan } from './templatePlace.ts';

/** What the engine says of an error, and the part of the template that it is about. */
export interface TemplateError {
  /** One line, without the engine's own line and column. */
  readonly message: string;
  readonly span: Omit<TemplateSpan, 'text'>;
  /** What was thrown inside the engine. */
  readonly cause: unknown;
}

/** Reads an error of the template engine. */
export function templateErrorSpan(error: unknown): TemplateError {
  const text = error instanceof Error ? error.message : String(error);
  const message = (text.split('\n', 1)[0] ?? '').replace(/, line:\d+, col:\d+$/, '');
  if (!LiquidError.is(error)) return { message, span: { begin: 0, end: 0 }, cause: error };
  const { begin, end } = (error as LiquidError).token;
  return { message, span: { begin, end }, cause: (error as LiquidError).originalError };
}
