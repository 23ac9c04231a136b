import { Failure } from '../../../shared/failure.ts';

/** The API server did not answer, or not in a way that says anything about what was asked: it may a moment later. */
export class ApiUnavailable extends Failure {
  constructor(server: string, message: string) {
    super('world', `the API server does not answer through ${server}: ${message}`, {
      next: 'Look at K3s there: journalctl -u k3s.',
    });
  }
}
