/** Words in front of a program that ends with this process, whatever becomes of that. */
export const untilWeEnd = ['setpriv', '--pdeathsig', 'KILL', '--'] as const;
