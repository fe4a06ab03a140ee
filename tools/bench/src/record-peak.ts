import {readFileSync, writeFileSync} from 'node:fs';
import {isMainThread} from 'node:worker_threads';

/** Preloaded into a measured process: writes the peak of its resident memory, in bytes, when it ends. */
const file = process.env['MILLRACE_BENCH_PEAK'];
if (isMainThread && file !== undefined)
	process.on('exit', () => {
		writeFileSync(file, String(peakBytes()));
	});

function peakBytes(): number {
	try {
		// What getrusage tells on Linux includes the parent's memory from before exec; VmHWM does not.
		const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
		if (kibibytes !== undefined) return Number(kibibytes) * 1024;
	} catch {
		// There is no /proc but on Linux.
	}
	return process.resourceUsage().maxRSS * 1024;
}
