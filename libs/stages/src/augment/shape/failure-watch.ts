import {MillraceError} from '@millrace/core';

/** Why a call failed. */
export interface Failure {
	readonly message: string;
	/** Whether trying again later may help: the backend has tried again already. */
	readonly temporary: boolean;
}

/** Tells rows for which an augmenter fails from an augmenter that is down or broken, which ends the run. */
export interface FailureWatch {
	/** A text had an answer. */
	answered(): void;
	/** The call for a text failed. Throws a MillraceError `stopped` where too many did in a row. */
	failed(failure: Failure): void;
	/** All of so many texts failed. Throws a MillraceError `stopped` where that is no row's affair. */
	allFailed(failure: Failure, texts: number): void;
}

/**
 * A failure is its row's affair once the augmenter has answered. It is the augmenter's where 10 texts in a row fail
 * though their calls were tried again, where those of 3 or all that it was asked about do before any had an answer,
 * and where the first 100 fail in any way. This decides whether a run goes on, never what a row becomes.
 */
export function failureWatch(name: string): FailureWatch {
	let [any, temporary, others] = [false, 0, 0];
	const stop = (what: string, {message}: Failure): never => {
		throw new MillraceError(
			'stopped',
			`${name}: ${what}, so no more variants are made. The last one says: ${message} See to what failed and run again: a call cache keeps what was answered.`,
		);
	};
	return {
		answered() {
			[any, temporary, others] = [true, 0, 0];
		},
		failed(failure) {
			if (failure.temporary && ++temporary >= (any ? MOST_IN_A_ROW : MOST_BEFORE))
				stop(`the calls for the last ${temporary} texts failed one after the other`, failure);
			if (!failure.temporary && ++others >= MOST_AT_FIRST && !any)
				stop(`the first ${others} texts all failed`, failure);
		},
		allFailed(failure, texts) {
			if (failure.temporary && !any)
				stop(`the calls for all ${texts} texts that it was asked about failed`, failure);
		},
	};
}

const [MOST_BEFORE, MOST_IN_A_ROW, MOST_AT_FIRST] = [3, 10, 100];

/** What an error says of a call; throws it where the run is at fault: a MillraceError of any code but `temporary`. */
export function failureOf(error: unknown): Failure {
	if (error instanceof MillraceError && error.code !== 'temporary') throw error;
	return {
		message: error instanceof Error ? error.message : String(error),
		temporary: error instanceof MillraceError,
	};
}

/**
 * Asks about each item by itself, after all of them together failed, so that one is no other's misfortune; gives what was
 * found, or why it failed. Throws where the run is at fault.
 */
export async function eachAlone<Item, Found extends {readonly failed?: Failure | undefined}>(
	items: readonly Item[],
	watch: FailureWatch,
	ask: (item: Item, index: number) => Promise<readonly Found[]>,
): Promise<(Found | {readonly failed: Failure})[]> {
	const found: (Found | {readonly failed: Failure})[] = [];
	for (const [index, item] of items.entries()) {
		try {
			found.push(...(await ask(item, index)));
		} catch (error) {
			const failed = failureOf(error);
			watch.failed(failed);
			found.push({failed});
		}
	}
	const [first] = found;
	if (first?.failed && found.every(({failed}) => failed !== undefined))
		watch.allFailed(first.failed, found.length);
	return found;
}
