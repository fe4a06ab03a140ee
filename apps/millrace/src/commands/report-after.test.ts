import {MillraceError} from '@millrace/core';
import {refresh} from '@millrace/engine';
import {inlineExecutor} from '@millrace/executors';
import {localStore, memoryStore} from '@millrace/io';
import {reportSettings} from '@millrace/report';
import test from 'ava';
import {notes, temporaryFolder} from '../../fixtures/harness.ts';
import {loadPipeline} from '../cli/load-pipeline.ts';
import {planReport, reportAfter} from './report-after.ts';

test('a setting that names no column is an error before anything runs', async (t) => {
	const {pipeline} = await loadPipeline(notes);
	const options = {store: memoryStore(), executor: inlineExecutor()};
	const wrong = {report: reportSettings({text: 'txt', label: 'split'})};
	t.throws(() => planReport(pipeline, options, wrong), {
		code: 'schema',
		message: /^pipeline notes: .*text: no column "txt", did you mean text\?; label: no column "split"/,
	});
	t.is(planReport(pipeline, options, {}).settings, undefined);
});

test('a report that cannot be made says that the version is published', async (t) => {
	const {pipeline} = await loadPipeline(notes);
	const store = localStore(temporaryFolder(t));
	const options = {store, executor: inlineExecutor()};
	const result = await refresh(pipeline, options);
	const plan = planReport(pipeline, options, {});
	const full = {
		...store,
		put: () => Promise.reject(new MillraceError('space', 'the disk is full.')),
	};
	await t.throwsAsync(reportAfter(result, {...plan, options: {...options, store: full}}), {
		code: 'space',
		message: 'notes: version 1 is published, but its report is not: the disk is full.',
	});
	t.is((await reportAfter(result, plan))?.page, 'reports/v000001.html');
	const unchanged = {...result, outcome: 'unchanged'} as const;
	t.is(await reportAfter(unchanged, plan), undefined);
	const labelled = planReport(pipeline, options, {report: reportSettings({text: 'text', label: 'title'})});
	const anew = await reportAfter(unchanged, labelled);
	t.deepEqual(anew?.report.roles, {text: 'text', label: 'title'}, 'it looked at other columns');
});
