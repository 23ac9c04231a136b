import type { Namespace } from './namespace.ts';

/** Starts an HTTP server in a root folder of a namespace: it goes to the background when it listens. */
export async function startHttp(namespace: Namespace, root: string, listen: string): Promise<void> {
  const command = [root, '/lab/httpd', '-p', listen, '-h', '/www'];
  const { status, stderr } = await namespace.run('chroot', command);
  if (status !== 0) throw new Error(`the HTTP server: ${stderr}`);
}
