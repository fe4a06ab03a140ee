import {UsageError} from './usage-error.ts';

/** Reads a whole number from `least` to `most`; throws a sentence on anything else. */
export function wholeNumber(
	option: string,
	least: number,
	most = Number.MAX_SAFE_INTEGER,
): (text: string) => number {
	return (text) => {
		const value = Number(text);
		if (/^\d+$/.test(text) && value >= least && value <= most) return value;
		const range =
			most === Number.MAX_SAFE_INTEGER
				? `a whole number of at least ${least}`
				: `a whole number from ${least} to ${most}`;
		throw new UsageError(`${option}: expected ${range}, found ${JSON.stringify(text)}.`);
	};
}

/** Reads finite numbers with commas between them: `10,20.5,-3`; throws a sentence on anything else. */
export function numbers(option: string): (text: string) => readonly number[] {
	return (text) =>
		text.split(',').map((part) => {
			const value = Number(part);
			if (part.trim() !== '' && Number.isFinite(value)) return value;
			throw new UsageError(
				`${option}: expected numbers with commas between them, such as 10,20.5, found ${JSON.stringify(text)}.`,
			);
		});
}

/** Reads a share from 0 to 1, 1 excluded; throws a sentence on anything else. */
export function shareOf(option: string): (text: string) => number {
	return (text) => {
		const value = Number(text);
		if (text.trim() !== '' && value >= 0 && value < 1) return value;
		throw new UsageError(`${option}: expected a share such as 0.2, found ${JSON.stringify(text)}.`);
	};
}

/** Adds one `option=value` to those given before; a later one of the same name wins. */
export function settings(text: string, before: readonly Setting[] = []): readonly Setting[] {
	const at = text.indexOf('=');
	if (at < 1)
		throw new UsageError(
			`--set: expected option=value, found ${JSON.stringify(text)}; write for example --set minimum=40.`,
		);
	return [...before, {option: text.slice(0, at), text: text.slice(at + 1)}];
}

/** One `--set option=value`. */
export interface Setting {
	readonly option: string;
	readonly text: string;
}
