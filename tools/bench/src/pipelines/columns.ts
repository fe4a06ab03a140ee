import {float64, int32, list, nullable, utf8} from '@millrace/core';

/** The columns of the generated corpus. */
export const corpusColumns = {
	id: utf8,
	text: utf8,
	source: utf8,
	group: utf8,
	n: int32,
	score: float64,
	note: nullable(utf8),
	tags: list(utf8),
};
