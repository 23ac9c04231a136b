import type { Socket } from 'node:dgram';

/** Sends a datagram to everybody on a network. Rejects with the system's error. */
export async function sendBroadcast(bytes: Uint8Array, address: string, port: number): Promise<void> {
  // Loading it costs time that no other command should pay.
  const { createSocket } = await import('node:dgram');
  const socket = createSocket('udp4');
  try {
    await bound(socket);
    socket.setBroadcast(true);
    await new Promise<void>((resolve, reject) => {
      socket.send(bytes, port, address, (error) => (error === null ? resolve() : reject(error)));
    });
  } finally {
    socket.close();
  }
}

function bound(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(() => {
      socket.off('error', reject);
      resolve();
    });
  });
}
