import {random} from '@millrace/core';
import test from 'ava';
import {corpusPlan} from './corpus-options.ts';
import {chooseFields} from './fields.ts';
import {scripts} from './scripts.ts';
import {groupCount} from './truth.ts';
import {vocabulary} from './vocabulary.ts';

const [latin] = scripts.map((script) => vocabulary(script, 1));

test('fields keep their ranges, and groups are of very unequal size', (t) => {
	if (!latin) throw new Error('there are no scripts');
	const choices = random(Uint32Array.of(1, 2, 3, 4));
	const plan = corpusPlan({bytes: 1e6});
	const rows = Array.from({length: 5000}, (_, document) =>
		chooseFields(plan, {file: 1, document}, choices, latin),
	);
	t.is(new Set(rows.map(({id}) => id)).size, rows.length);
	t.true(
		rows.every(
			({score, n, tags, groupNumber}) =>
				score >= 0 && score <= 1 && n >= 0 && n < 1e6 && tags.length < 5 && groupNumber < groupCount,
		),
	);
	t.is(new Set(rows.map(({source}) => source)).size, 8);
	const sizes = Map.groupBy(rows, ({group}) => group);
	t.true((sizes.get('g0')?.length ?? 0) > 10 * (sizes.get('g100')?.length ?? 0));
	const nulls = rows.filter(({note}) => note === null).length;
	t.true(nulls > 0.25 * rows.length && nulls < 0.35 * rows.length);
});
