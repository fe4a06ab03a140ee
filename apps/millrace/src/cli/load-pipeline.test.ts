import {join} from 'node:path';
import {workspaceAbove} from '@millrace/terminal';
import test from 'ava';
import {notes} from '../../fixtures/harness.ts';
import {loadPipeline} from './load-pipeline.ts';

test('builds the pipeline with its options; versions go under data by its name, or where told', async (t) => {
	const {pipeline, given, folder, module} = await loadPipeline(notes, {set: [{option: 'tag', text: 'x'}]});
	t.is(pipeline.name, 'notes');
	t.deepEqual(given, {tag: 'x'});
	t.is(folder, join(workspaceAbove(notes) ?? '', 'data/notes'));
	t.regex(module, /^file:.*fixtures\/notes\/pipeline\.ts$/);
	t.is((await loadPipeline(notes, {out: 'else'})).folder, join(process.cwd(), 'else'));
});

test('options of a wrong type are named', async (t) => {
	await t.throwsAsync(loadPipeline(notes, {set: [{option: 'minimum', text: 'many'}]}), {
		code: 'usage',
		message: /minimum: .*expected number/,
	});
});
