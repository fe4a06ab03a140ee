import {MillraceError} from '@millrace/core';

const units: Readonly<Record<string, number>> = {
	B: 1,
	KB: 1e3,
	MB: 1e6,
	GB: 1e9,
	KIB: 2 ** 10,
	MIB: 2 ** 20,
	GIB: 2 ** 30,
};

/** Bytes of a size such as `200MB`, `1.5 GB`, `64KiB` or `1000`. Throws a MillraceError `usage` on anything else. */
export function parseSize(text: string): number {
	const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*([A-Za-z]*)$/.exec(text.trim()) ?? [];
	const factor = units[(unit || 'B').toUpperCase()];
	if (digits === '' || factor === undefined) {
		throw new MillraceError(
			'usage',
			`size: expected a number with B, KB, MB, GB, KiB, MiB or GiB, found ${JSON.stringify(text)}; write for example 200MB.`,
		);
	}
	return Math.round(Number(digits) * factor);
}
