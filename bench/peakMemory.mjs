// Loaded into the measured program: writes its peak resident memory where the bench looks for it.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.env.BENCH_PEAK) {
  process.on('exit', () =>
    writeFileSync(process.env.BENCH_PEAK, String(process.resourceUsage().maxRSS * 1024)),
  );
}
