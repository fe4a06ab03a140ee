import {hostname} from 'node:os';
import process from 'node:process';
import {threadId} from 'node:worker_threads';
import {MillraceError, type Store} from '@millrace/core';
import {hasEnded, processIdentity} from '@millrace/io';

/**
 * Takes the lock of a store, so that two runs never work on it at once. It is held by the highest of the records
 * `<name>/000001.json`, `000002.json`… unless that one is released or its process has certainly ended; `force` takes
 * it from any holder. Throws MillraceErrors: `locked` with the holder and what to do, `corrupt` on a record that is none.
 */
export async function acquireLock(
	store: Store,
	{runId, name = 'locks', force = false}: LockOptions,
): Promise<Lock> {
	// Each further round means that another run took or gave back the lock meanwhile.
	for (let round = 0; round < 100; round++) {
		const {highest, next: generation} = await generationsOf(store, name);
		if (highest) {
			const holder = await heldBy(store, name, highest);
			if (holder === 'gone') continue;
			if (holder && !force && !hasEnded(holder.process))
				throw locked(store, recordName(name, highest.number), holder);
		}
		if (!(await store.putIfAbsent(recordName(name, generation), encode(thisHolder(runId))))) continue;
		const after = await generationsOf(store, name);
		// A slow run can create a generation that was deleted already; a higher one is then there.
		if (after.highest?.number !== generation) {
			await store.delete(recordName(name, generation));
			continue;
		}
		for (const old of after.lower) await store.delete(old);
		return lockOf(store, name, generation);
	}
	throw new MillraceError(
		'temporary',
		`lock ${name} of ${store.url}: expected to take or find it within 100 tries, found it changing hands each time; run again.`,
	);
}

/** A lock that is held. */
export interface Lock {
	readonly generation: number;
	/** Throws a MillraceError `locked` when another run took the lock by force; ask before publishing. */
	check(): Promise<void>;
	/** Gives the lock back; a second call does nothing. */
	release(): Promise<void>;
}

export interface LockOptions {
	/** The run that takes the lock, as others are told. */
	readonly runId: string;
	/** The folder of the records in the store: `locks`. */
	readonly name?: string;
	/** Takes the lock even from a process that may be alive: for a holder on another host that is known to be dead. */
	readonly force?: boolean;
}

/** Who holds a lock, as its record says. */
export interface LockHolder {
	readonly pid: number;
	readonly host: string;
	/** When the lock was taken, as ISO 8601. */
	readonly started: string;
	readonly runId: string;
	/** The process, by which others tell whether it has ended. */
	readonly process: string;
	/** Tells apart the locks that one process takes. */
	readonly token: string;
}

interface Generations {
	readonly highest: Generation | undefined;
	readonly lower: readonly string[];
	readonly next: number;
}

interface Generation {
	readonly number: number;
	readonly released: boolean;
}

function lockOf(store: Store, name: string, generation: number): Lock {
	let released = false;
	return {
		generation,
		async check() {
			const {highest} = await generationsOf(store, name);
			if (!released && highest?.number === generation && !highest.released) return;
			throw new MillraceError(
				'locked',
				`lock ${name} of ${store.url}: expected to hold it, found that ${released ? 'it was given back' : 'another run took it'}; stop this run.`,
			);
		},
		async release() {
			if (released) return;
			released = true;
			await store.putIfAbsent(markerName(name, generation), new Uint8Array(0));
		},
	};
}

/** The highest generation, the names of all records and markers below it, and the number that comes next. */
async function generationsOf(store: Store, name: string): Promise<Generations> {
	const records = new Map<number, string>();
	const markers = new Map<number, string>();
	for await (const found of store.list(`${name}/`)) {
		const [, digits = '', kind = ''] = /^(\d{6,})\.(json|released)$/.exec(found.slice(name.length + 1)) ?? [];
		if (digits !== '') (kind === 'json' ? records : markers).set(Number(digits), found);
	}
	// A marker may outlive its record; its number must not be used again.
	const next = Math.max(0, ...records.keys(), ...markers.keys()) + 1;
	if (records.size === 0) return {highest: undefined, lower: [], next};
	const number = Math.max(...records.keys());
	const lower = [...records, ...markers].filter(([each]) => each < number).map(([, each]) => each);
	return {highest: {number, released: markers.has(number)}, lower, next};
}

/** Who holds a generation: undefined where it is released, `gone` where a later one has replaced it meanwhile. */
async function heldBy(
	store: Store,
	name: string,
	{number, released}: Generation,
): Promise<LockHolder | 'gone' | undefined> {
	if (released) return undefined;
	const record = recordName(name, number);
	try {
		const holder: unknown = JSON.parse(new TextDecoder().decode(await store.get(record)));
		if (isHolder(holder)) return holder;
	} catch (error) {
		if (error instanceof MillraceError && error.code === 'missing') return 'gone';
		if (!(error instanceof SyntaxError)) throw error;
	}
	throw new MillraceError(
		'corrupt',
		`lock ${record} of ${store.url}: expected the record of a run, found other content; delete it if no run is under way.`,
	);
}

function thisHolder(runId: string): LockHolder {
	return {
		pid: process.pid,
		host: hostname(),
		started: new Date().toISOString(),
		runId,
		process: processIdentity(),
		token: `${process.pid}-${threadId}-${++taken}`,
	};
}

function isHolder(value: unknown): value is LockHolder {
	if (typeof value !== 'object' || value === null) return false;
	const fields = new Map<string, unknown>(Object.entries(value));
	return (
		typeof fields.get('pid') === 'number' &&
		['host', 'started', 'runId', 'process', 'token'].every((field) => typeof fields.get(field) === 'string')
	);
}

function locked(store: Store, record: string, {pid, host, started, runId}: LockHolder): MillraceError {
	const advice =
		host === hostname()
			? 'wait until it ends, or stop it'
			: `wait until it ends; if it is known to be dead, take the lock by force, or delete ${record}`;
	return new MillraceError(
		'locked',
		`store ${store.url}: expected no other run, found run ${runId} of process ${pid} on ${host}, since ${started}; ${advice}.`,
	);
}

const encode = (holder: LockHolder): Uint8Array => new TextEncoder().encode(JSON.stringify(holder));

const digitsOf = (generation: number): string => String(generation).padStart(6, '0');
const recordName = (name: string, generation: number): string => `${name}/${digitsOf(generation)}.json`;
const markerName = (name: string, generation: number): string => `${name}/${digitsOf(generation)}.released`;

let taken = 0;
