import { Failure } from '../../shared/failure.ts';

/** A step found its node not armed before it did anything, and nothing of it was installed. Whoever goes on with a run may arm it again. */
export class FoundDisarmed extends Failure {
  constructor({ kind, message, next }: Failure) {
    super(kind, message, next === undefined ? {} : { next });
    this.name = 'FoundDisarmed';
  }
}
