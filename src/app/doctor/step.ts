import type { DoctorProblem, DoctorStep, DoctorStepName } from '../../report/doctorReport.ts';

/** A step by what is wrong: failed where anything is missing, a warning where something is worth a look. */
export function step(name: DoctorStepName, message: string, problems: readonly DoctorProblem[]): DoctorStep {
  const failed = problems.some(({ severity }) => severity === 'error');
  return { name, state: failed ? 'failed' : problems.length > 0 ? 'warning' : 'ok', message, problems };
}

/** A step that was not looked at. */
export function skipped(name: DoctorStepName, message: string): DoctorStep {
  return { name, state: 'skipped', message, problems: [] };
}

/** Something that is missing. */
export function missing(message: string, next: string): DoctorProblem {
  return { severity: 'error', message, next };
}

/** Something that may be meant so. */
export function doubtful(message: string, next: string): DoctorProblem {
  return { severity: 'warning', message, next };
}
