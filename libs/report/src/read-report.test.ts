import {memoryStore} from '@millrace/io';
import test from 'ava';
import {sampleReport} from '../fixtures/sample-report.ts';
import {readReport} from './read-report.ts';
import {reportFigures} from './report-name.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('reads the report of a version; what is none is none', async (t) => {
	const store = memoryStore();
	t.is(await readReport(store, 2), undefined);
	const report = sampleReport();
	await store.put(reportFigures(2), bytes(JSON.stringify(report)));
	t.deepEqual(await readReport(store, 2), JSON.parse(JSON.stringify(report)));
	for (const other of ['{"format": 1', '[]', '{"format": 2}', JSON.stringify({...report, version: 3})]) {
		await store.put(reportFigures(2), bytes(other));
		t.is(await readReport(store, 2), undefined, other.slice(0, 20));
	}
});
