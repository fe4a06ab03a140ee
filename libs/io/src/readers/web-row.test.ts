import test from 'ava';
import type {RowOf} from '@millrace/core';
import {webColumns, type WebRow} from './web-row.ts';

test('the columns are those of a row, in the order in which readers fill them', (t) => {
	const row: RowOf<typeof webColumns> = {
		path: 'a.html',
		url: null,
		fetched: null,
		status: null,
		content_type: null,
		record_id: null,
		body: Uint8Array.of(1),
	} satisfies WebRow;
	t.deepEqual(Object.keys(webColumns), Object.keys(row));
});
