import {MillraceError} from '@millrace/core';
import type {z} from 'zod';

/** Reads saved JSON of a format and version; every fault is one MillraceError `corrupt` that names them all. */
export function readSaved<T>(
	text: string,
	{name, format, version, shape}: {name: string; format: string; version: number; shape: z.ZodType<T>},
): T {
	const value = parsed(text, name);
	const found = headerOf(value);
	if (found.format !== format) {
		throw new MillraceError(
			'corrupt',
			`${name}: expected JSON with "format": "${format}", found ${shown(found.format)}; give the file that was written for it.`,
		);
	}
	if (found.version !== version) {
		throw new MillraceError(
			'corrupt',
			`${name}: expected format version ${version}, found ${shown(found.version)}; train it again with this version of Millrace.`,
		);
	}
	const result = shape.safeParse(value);
	if (result.success) return result.data;
	const faults = result.error.issues.map(
		({path, message}) => `${path.join('.') || 'the object'}: ${message}`,
	);
	throw new MillraceError('corrupt', `${name}: ${faults.join('; ')}. Train it again.`);
}

function parsed(text: string, name: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new MillraceError(
			'corrupt',
			`${name}: expected one JSON object, found text that is not JSON; train it again.`,
			{cause: error},
		);
	}
}

function headerOf(value: unknown): {readonly format?: unknown; readonly version?: unknown} {
	return typeof value === 'object' && value !== null ? value : {};
}

const shown = (value: unknown): string => (value === undefined ? 'none' : JSON.stringify(value));
