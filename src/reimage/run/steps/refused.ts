import { Failure } from '../../../shared/failure.ts';

/** A step that is not begun, because it would do harm. */
export function refused(message: string, next: string): Failure {
  return new Failure('refused', message, { next });
}
