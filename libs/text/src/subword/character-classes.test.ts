import test from 'ava';
import {classesFile} from '../../character-classes.ts';
import {readFileSync} from 'node:fs';
import {characterClasses} from './character-classes.ts';

test('the committed classes are those of the reference implementation', async (t) => {
	const committed = readFileSync(new URL('character-classes.generated.ts', import.meta.url), 'utf8');
	t.true((await classesFile()) === committed, 'run `node libs/text/character-classes.ts`');
});

test('gives each code point its class', (t) => {
	const {pages, blocks} = characterClasses();
	const classOf = (text: string): number | undefined => {
		const point = text.codePointAt(0) ?? 0;
		return blocks[(pages[point >> 8] ?? 0) * 256 + (point & 255)];
	};
	const cases = [
		'!',
		'A',
		'a',
		'\u4e2d',
		'\u0301',
		'7',
		'\u00a0',
		'\n',
		'\u0378',
		'\ue000',
		'\u{1F600}',
		'\u{10FFFD}',
	];
	t.deepEqual(cases.map(classOf), [0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0]);
});
