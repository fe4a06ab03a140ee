import test from 'ava';
import {markdownReport, sectionText} from './report.ts';

const section = {
	title: 'Start',
	about: 'Whole processes, median of 5.',
	headers: ['what', 'seconds'],
	rows: [{cells: ['`millrace --help`', '0.150'], command: 'node main.ts --help'}],
	aims: [{name: 'millrace --help', target: 0.1, good: 'most', unit: 'seconds', measured: 0.15}],
} as const;

const report = {
	date: '2026-01-31',
	command: 'npm run bench',
	machine: [['Node', 'v24.0.0']],
	sections: [section],
} as const;

test('the page holds machine, aims with verdicts, and figures with their commands', (t) => {
	t.is(
		markdownReport({...report, notes: 'In reading.\n'}),
		`# Benchmarks

Written by \`npm run bench\` on 2026-01-31; edit \`tools/bench/notes.md\` for the words at the end, and nothing here. MB are 1,000,000 bytes. Commands run at the root of the repository, with the corpora under \`data/bench\` that the benchmarks generate.

| machine |         |
| ------- | ------- |
| Node    | v24.0.0 |

## Aims

| aim             | target              | measured | verdict         |
| --------------- | ------------------- | -------: | --------------- |
| millrace --help | at most 0.1 seconds |    0.150 | missed by 1.50x |

## Start

Whole processes, median of 5.

| what              | seconds | command               |
| ----------------- | ------: | --------------------- |
| \`millrace --help\` |   0.150 | \`node main.ts --help\` |

## Where the time goes

In reading.
`,
	);
});

test('without notes there is no place for them', (t) => {
	t.notRegex(markdownReport(report), /Where the time goes/);
});

test('the terminal shows figures without commands', (t) => {
	t.notRegex(sectionText(section), /main\.ts/);
	t.regex(sectionText(section), /0\.150/);
});

test('a section that failed has its sentence and no table', (t) => {
	const failed = {title: 'memory', about: 'Failed: the disk is full', headers: [], rows: [], aims: []};
	t.regex(markdownReport({...report, sections: [failed]}), /## memory\n\nFailed: the disk is full\n$/);
});
