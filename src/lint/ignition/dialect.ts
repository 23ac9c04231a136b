/** Where Butane and Ignition call the same thing by different names. */
export interface Dialect {
  readonly kernelArguments: string;
  readonly shouldExist: string;
  readonly shouldNotExist: string;
  readonly sshAuthorizedKeys: string;
  readonly passwordHash: string;
}

/** Butane, specification fcos 1.x. */
export const butaneDialect: Dialect = {
  kernelArguments: 'kernel_arguments',
  shouldExist: 'should_exist',
  shouldNotExist: 'should_not_exist',
  sshAuthorizedKeys: 'ssh_authorized_keys',
  passwordHash: 'password_hash',
};

/** Ignition, specification 3.x. */
export const ignitionDialect: Dialect = {
  kernelArguments: 'kernelArguments',
  shouldExist: 'shouldExist',
  shouldNotExist: 'shouldNotExist',
  sshAuthorizedKeys: 'sshAuthorizedKeys',
  passwordHash: 'passwordHash',
};
