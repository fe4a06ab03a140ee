import {spawnSync} from 'node:child_process';
import test from 'ava';
import {refreshCommand, typed} from './refresh-command.ts';

test('a refresh names its pipeline, store, workers and options', (t) => {
	t.is(
		typed(refreshCommand({pipeline: 'stages', files: 'data/c', out: 'data/s', workers: 2, set: {stages: 5}})),
		'node apps/millrace/src/main.ts refresh tools/bench/src/pipelines/stages.ts --out data/s --workers 2 --set files=data/c --set stages=5 --no-report --json',
	);
});

test('a typed command is read by a shell as it was', (t) => {
	const parts = ['a b', "it's", '$HOME', 'x=1', '', '"q"', 'é*', '`ls`'];
	const {stdout} = spawnSync('/bin/sh', ['-c', typed(['printf', '%s\\n', ...parts])], {encoding: 'utf8'});
	t.deepEqual(stdout.split('\n').slice(0, -1), parts);
});
