import {spawn, type ChildProcessByStdio} from 'node:child_process';
import {Socket} from 'node:net';
import type {Readable, Writable} from 'node:stream';
import {MillraceError} from '@millrace/core';

export interface FramedOptions {
	/** For messages. */
	readonly name: string;
	/** A shell pipeline that answers every text that ends in NUL with one that does. */
	readonly pipeline: string;
	/** The first arguments of the pipeline, `$1` and so on. */
	readonly parameters: readonly string[];
	/** Texts under way at once. */
	readonly window: number;
	/** Milliseconds without an answer after which the pipeline counts as hung. */
	readonly patienceMs: number;
	/** Milliseconds without a text after which the pipeline is closed; the next text opens it again. */
	readonly idleMs: number;
}

/** A pipeline of processes that stays open and answers texts in order. */
export interface FramedProcess {
	/** Answers a text; rejects with a MillraceError `temporary` where the pipeline ended twice over it. */
	readonly send: (text: string) => Promise<string>;
	/** Closes the pipeline once all that was sent is answered; a later text opens it again. */
	readonly close: () => Promise<void>;
}

interface Waiting {
	readonly text: string;
	readonly resolve: (answer: string) => void;
	readonly reject: (error: Error) => void;
	tried: boolean;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * Keeps a pipeline open. Where it ends or hangs, it is opened again and what it owed is sent once more, one text at a time,
 * so that only a text that ends it twice is at fault. Closing its input ends it, so it dies with this process however
 * that dies; while nothing is under way it does not keep this process alive.
 */
export function framedProcess({
	name,
	pipeline,
	parameters,
	window,
	patienceMs,
	idleMs,
}: FramedOptions): FramedProcess {
	const queue: Waiting[] = [];
	const flying: Waiting[] = [];
	let child: Child | undefined;
	let closed: Promise<void> = Promise.resolve();
	let timer: NodeJS.Timeout | undefined;
	let said = '';
	/** Called once nothing is under way. */
	const drains: (() => void)[] = [];

	const open = (): Child => {
		const opened = spawn('bash', ['-c', pipeline, 'apertium', ...parameters], {
			stdio: ['pipe', 'pipe', 'pipe'],
			env: {...process.env, LC_ALL: 'C.UTF-8'},
			// A group of its own, so that all of the pipeline can be ended, and Ctrl-C leaves its end to this process.
			detached: true,
		});
		let rest: Buffer[] = [];
		opened.stdout.on('data', (chunk: Buffer) => {
			// Once its input has ended every process of a pipeline adds a NUL; nobody waits for those.
			if (child !== opened) return;
			let from = 0;
			for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
				const answer = Buffer.concat([...rest, chunk.subarray(from, end)]).toString();
				rest = [];
				from = end + 1;
				flying.shift()?.resolve(answer);
			}
			if (from < chunk.length) rest.push(chunk.subarray(from));
			pump();
		});
		opened.stderr.on('data', (chunk: Buffer) => {
			said = (said + chunk.toString()).slice(-MOST_SAID);
		});
		// A pipeline that has ended shows in `close`.
		opened.stdin.on('error', () => undefined);
		closed = new Promise((resolve) => {
			opened.once('error', (error) => {
				said = error.message;
			});
			opened.once('close', () => {
				resolve();
				if (child === opened) {
					child = undefined;
					lost();
				}
			});
		});
		return opened;
	};

	/** What was under way when the pipeline ended is tried again, before all else. */
	const lost = (): void => {
		const owed = flying.splice(0);
		for (const waiting of owed.filter(({tried}) => tried))
			waiting.reject(
				new MillraceError(
					'temporary',
					`${name}: the pipeline ended twice over a text of ${waiting.text.length} characters${said.trim() === '' ? '' : `, saying ${JSON.stringify(said.trim())}`}; try again, or leave the text out.`,
				),
			);
		const again = owed.filter(({tried}) => !tried);
		for (const waiting of again) waiting.tried = true;
		queue.unshift(...again);
		said = '';
		pump();
	};

	const pump = (): void => {
		clearTimeout(timer);
		if (queue.length === 0 && flying.length === 0) {
			if (child) keepAlive(child, false);
			for (const drained of drains.splice(0)) drained();
			timer = setTimeout(() => void close(), idleMs);
			timer.unref();
			return;
		}
		child ??= open();
		keepAlive(child, true);
		const frames: string[] = [];
		for (let next = queue[0]; next && mayFly(next); next = queue[0]) {
			queue.shift();
			flying.push(next);
			frames.push(next.text, '\0');
		}
		if (frames.length > 0) child.stdin.write(frames.join(''));
		timer = setTimeout(() => {
			end(child);
		}, patienceMs);
	};

	const mayFly = (next: Waiting): boolean =>
		next.tried ? flying.length === 0 : flying.length < window && !flying.some(({tried}) => tried);

	const close = async (): Promise<void> => {
		clearTimeout(timer);
		if (flying.length > 0 || queue.length > 0)
			await new Promise<void>((resolve) => {
				drains.push(resolve);
			});
		const closing = child;
		if (!closing) return closed;
		child = undefined;
		closing.stdin.end();
		const hung = setTimeout(() => {
			end(closing);
		}, CLOSE_MS);
		await closed;
		clearTimeout(hung);
	};

	return {
		send: async (text) =>
			new Promise((resolve, reject) => {
				queue.push({text, resolve, reject, tried: false});
				pump();
			}),
		close,
	};
}

const MOST_SAID = 2000;
const CLOSE_MS = 5000;

/** Ends all processes of a pipeline. */
function end(child: Child | undefined): void {
	if (child?.pid === undefined) return;
	try {
		process.kill(-child.pid, 'SIGKILL');
	} catch {
		// It has ended meanwhile, which is all that is wanted.
	}
}

function keepAlive(child: Child, alive: boolean): void {
	for (const part of [child, child.stdin, child.stdout, child.stderr]) {
		if (!(part === child || part instanceof Socket)) continue;
		if (alive) part.ref();
		else part.unref();
	}
}
