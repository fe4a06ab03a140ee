import {parseOptions, type OptionShape} from '@millrace/core';
import type {Setting} from '@millrace/terminal';

/**
 * The options that `--set` gives a pipeline: JSON where the text is JSON, else the text itself. Text that is JSON, such
 * as `007` or `true`, stays text where the pipeline declares the option so.
 */
export function givenOptions(
	settings: readonly Setting[],
	declared: OptionShape,
): Readonly<Record<string, unknown>> {
	return Object.fromEntries(settings.map(({option, text}) => [option, valueOf(option, text, declared)]));
}

function valueOf(option: string, text: string, declared: OptionShape): unknown {
	const parsed = parseJson(text);
	return parsed !== undefined && fits(option, text, declared) && !fits(option, parsed, declared)
		? text
		: (parsed ?? text);
}

function fits(option: string, value: unknown, declared: OptionShape): boolean {
	const type = declared[option];
	if (!type) return false;
	try {
		parseOptions('', {[option]: type}, {[option]: value});
		return true;
	} catch {
		return false;
	}
}

function parseJson(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return undefined;
	}
}
