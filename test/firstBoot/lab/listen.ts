import { createServer } from 'node:net';

// Listens at an address of the network that it runs in, hands the socket to its parent, and ends: see network.ts.
const [address, port] = process.argv.slice(2);
const server = createServer();
server.listen(Number(port), address, 511, () => {
  process.send?.('listening', server, {}, () => {
    // Else both would take connections.
    server.close();
    process.disconnect();
  });
});
