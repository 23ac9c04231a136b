/** One name for a path that CoreOS's links give two: `/usr/local/bin/x` of `/var/usrlocal/bin/x`. */
export function realPath(path: string): string {
  return path
    .replace(/^\/var\/usrlocal(?=\/)/, '/usr/local')
    .replace(/^\/var\/opt(?=\/)/, '/opt')
    .replace(/^\/var\/home(?=\/)/, '/home')
    .replace(/^\/var\/roothome(?=\/)/, '/root')
    .replace(/^\/var\/srv(?=\/)/, '/srv');
}
