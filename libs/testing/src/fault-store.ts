import {MillraceError, type Store} from '@millrace/core';

/**
 * A store that fails as planned: at the `at`-th call that changes something the process dies, the call being applied,
 * lost or torn, and every later call rejects with a CrashError; or the disk is full, for that call or from then on.
 * Without a plan it only counts. What died is looked at afterwards through the inner store, once `settled()`.
 */
export function faultStore(inner: Store, plan?: FaultPlan): FaultStore {
	let changes = 0;
	let crashed = false;
	const underWay = new Set<Promise<unknown>>();
	/** Objects whose last put a power cut may undo. */
	const volatile = new Set<string>();

	const live = () => {
		if (crashed) throw new CrashError();
	};

	async function call<T>(action: () => Promise<T>): Promise<T> {
		live();
		const running = action();
		underWay.add(running);
		try {
			const answer = await running;
			// An answer that arrives after the crash has nobody to receive it.
			live();
			return answer;
		} finally {
			underWay.delete(running);
		}
	}

	async function change<T>(title: string, apply: () => Promise<T>, tear?: () => Promise<void>): Promise<T> {
		live();
		const now = ++changes;
		if (!plan || now < plan.at) return call(apply);
		if (plan.outcome === 'full' || plan.outcome === 'full-from') {
			if (now > plan.at && plan.outcome === 'full') return call(apply);
			throw new MillraceError(
				'space',
				`store ${inner.url}: ${title}: the disk is full, as planned for change ${plan.at}; free some space, then run again.`,
			);
		}
		crashed = true;
		await Promise.allSettled(underWay);
		if (plan.outcome === 'applied') await apply();
		if (plan.outcome === 'torn') await tear?.();
		if (plan.powerCut === true) await cutPower(inner, [...volatile].sort());
		throw new CrashError();
	}

	const note = (name: string, durable: boolean) => (durable ? volatile.delete(name) : volatile.add(name));

	return {
		url: inner.url,
		get changes() {
			return changes;
		},
		get crashed() {
			return crashed;
		},
		async settled() {
			await Promise.allSettled(underWay);
		},
		get: (name, range) => call(() => inner.get(name, range)),
		size: (name) => call(() => inner.size(name)),
		put(name, bytes, options = {}) {
			const durable = options.durable === true;
			const half = bytes.subarray(0, bytes.length >> 1);
			const apply = async () => {
				await inner.put(name, bytes, options);
				note(name, durable);
			};
			return change(`put ${name}`, apply, durable ? undefined : () => inner.put(name, half));
		},
		putIfAbsent(name, bytes, options = {}) {
			const durable = options.durable !== false;
			const half = bytes.subarray(0, bytes.length >> 1);
			const apply = async () => {
				const created = await inner.putIfAbsent(name, bytes, options);
				if (created) note(name, durable);
				return created;
			};
			const tear = async () => {
				await inner.putIfAbsent(name, half);
			};
			return change(`put ${name}`, apply, durable ? undefined : tear);
		},
		async *list(prefix) {
			for await (const name of inner.list(prefix)) {
				live();
				yield name;
			}
			live();
		},
		delete(name) {
			return change(`delete ${name}`, async () => {
				await inner.delete(name);
				volatile.delete(name);
			});
		},
		expose: (folder, files, latest) => change(`expose ${folder}`, () => inner.expose(folder, files, latest)),
	};
}

export interface FaultPlan {
	/** The call that fails, counted from 1 over put, putIfAbsent, delete and expose. */
	readonly at: number;
	/**
	 * `applied`, `lost`: the process dies just after or before the call does its work. `torn`: half the bytes of a put
	 * that is not durable are there, any other call is lost. `full`: no room for this call; `full-from`: nor for later ones.
	 */
	readonly outcome: 'applied' | 'lost' | 'torn' | 'full' | 'full-from';
	/** The machine dies with the process: of the earlier puts that were not durable some stay, some are torn, some gone. */
	readonly powerCut?: boolean;
}

export interface FaultStore extends Store {
	/** Calls so far that change something. */
	readonly changes: number;
	readonly crashed: boolean;
	/** Waits until nothing of the dead process is under way in the inner store. */
	settled(): Promise<void>;
}

/** What every call rejects with once the process is dead. */
export class CrashError extends Error {
	override readonly name = 'CrashError';

	constructor() {
		super('the process is dead, as planned.');
	}
}

/** Keeps, tears and removes objects in turn. */
async function cutPower(store: Store, names: readonly string[]): Promise<void> {
	for (const [index, name] of names.entries()) {
		if (index % 3 === 0) await store.delete(name);
		if (index % 3 !== 1) continue;
		const bytes = await store.get(name);
		await store.put(name, bytes.subarray(0, bytes.length >> 1));
	}
}
