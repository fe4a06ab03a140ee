import {hash} from 'node:crypto';
import {readFileSync, readlinkSync} from 'node:fs';
import {hostname} from 'node:os';
import process from 'node:process';
import {errorCode} from './store-error.ts';

/**
 * Names this process among all that ever share a store: host, boot, process namespace, id and start time, as
 * `<18 hexadecimal digits>-<pid>-<start>`.
 */
export function processIdentity(): string {
	own ??= `${digest(`${hostname()}\n${read('/etc/machine-id')}`)}${digest(read('/proc/sys/kernel/random/boot_id'))}${digest(
		namespace(),
	)}-${process.pid}-${look(process.pid) ?? unknownStart}`;
	return own;
}

/**
 * Whether a process has certainly ended: it ran on this host before its last start, or no process here has its id
 * and start time. False where that cannot be known: on another host, or in another container.
 */
export function hasEnded(identity: string): boolean {
	const [found, mine] = [parse(identity), parse(processIdentity())];
	if (found === undefined || found.host !== mine?.host) return false;
	if (found.boot !== mine.boot) return true;
	if (found.namespace !== mine.namespace) return false;
	if (!exists(found.pid)) return true;
	const start = look(found.pid);
	if (start === zombie) return true;
	return start !== undefined && found.start !== unknownStart && start !== found.start;
}

let own: string | undefined;
const unknownStart = '0';
const zombie = 'zombie';

const digest = (text: string) => hash('sha256', text, 'hex').slice(0, 6);

function parse(identity: string) {
	const match = /^([0-9a-f]{6})([0-9a-f]{6})([0-9a-f]{6})-(\d+)-(\d+)$/.exec(identity);
	if (!match) return undefined;
	const [, host = '', boot = '', namespace = '', pid = '', start = ''] = match;
	return {host, boot, namespace, pid: Number(pid), start};
}

function exists(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return errorCode(error) !== 'ESRCH';
	}
}

/** The start time of a process in clock ticks since boot, from field 22 of its stat file (man 5 proc). */
function look(pid: number): string | undefined {
	const stat = read(`/proc/${pid}/stat`);
	// The name in parentheses may itself hold spaces and parentheses.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return fields[0] === 'Z' || fields[0] === 'X' ? zombie : fields[19];
}

function namespace(): string {
	try {
		return readlinkSync('/proc/self/ns/pid');
	} catch {
		return '';
	}
}

// Systems without such a file go by what is left: host name and process id.
function read(path: string): string {
	try {
		return readFileSync(path, 'latin1');
	} catch {
		return '';
	}
}
