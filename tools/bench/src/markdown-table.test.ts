import test from 'ava';
import {markdownTable} from './markdown-table.ts';

test('columns are aligned, figures to the right', (t) => {
	t.is(
		markdownTable(
			['what', 'seconds'],
			[
				['empty pipeline', '1.23'],
				['sort', '-'],
			],
		),
		[
			'| what           | seconds |',
			'| -------------- | ------: |',
			'| empty pipeline |    1.23 |',
			'| sort           |       - |',
			'',
		].join('\n'),
	);
});

test('bars and newlines do not break a row, and missing cells are empty', (t) => {
	t.is(markdownTable(['a', 'b'], [['x | y\nz']]).split('\n')[2], '| x \\| y z |     |');
});
