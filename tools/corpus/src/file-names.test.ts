import test from 'ava';
import fc from 'fast-check';
import {corpusPlan, formats} from './corpus-options.ts';
import {fileNames} from './file-names.ts';

test('names differ, stay within the folder and end as their format', (t) => {
	fc.assert(
		fc.property(
			fc.integer({min: 1, max: 2000}),
			fc.boolean(),
			fc.subarray([...formats], {minLength: 1}),
			(files, oddNames, chosen) => {
				const names = fileNames(corpusPlan({bytes: 1e6, files, oddNames, formats: chosen}));
				t.is(new Set(names).size, files);
				t.true(names.every((name, file) => name.endsWith(`.${chosen[file % chosen.length] ?? ''}`)));
				t.true(names.every((name) => !name.startsWith('/') && !name.split('/').includes('..')));
			},
		),
		{numRuns: 30},
	);
	t.pass();
});

test('plain names are plain, and odd ones hold quotes, spaces, a newline, dots and other scripts', (t) => {
	const names = (oddNames: boolean) => fileNames(corpusPlan({bytes: 1e6, files: 16, oddNames}));
	t.true(names(false).every((name) => /^part-\d{3}\.jsonl$/.test(name)));
	for (const part of ['"', "'", '  ', '\n', '..', '日', '/', '#'])
		t.true(
			names(true).some((name) => name.includes(part)),
			part,
		);
});
