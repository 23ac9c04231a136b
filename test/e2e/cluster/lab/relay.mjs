// Runs inside of the lab's network: whoever connects to the socket says `HOST PORT`, and is connected there.
import { connect, createServer } from 'node:net';

const server = createServer((socket) => {
  socket.on('error', () => socket.destroy());
  socket.once('data', (first) => {
    socket.pause();
    const end = first.indexOf('\n');
    const [host, port] = first.subarray(0, end).toString().split(' ');
    const target = connect(Number(port), host);
    target.on('error', () => socket.destroy());
    target.on('close', () => socket.destroy());
    socket.on('close', () => target.destroy());
    target.write(first.subarray(end + 1));
    socket.pipe(target).pipe(socket);
  });
});
server.listen(process.argv[2], () => console.log('listens'));
// It ends with whoever started it.
process.stdin.resume().on('end', () => process.exit());
