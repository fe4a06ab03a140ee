import test from 'ava';
import {z} from 'zod';
import {keyFaults} from './key-faults.ts';

const schema = z.strictObject({
	mill: z
		.strictObject({stones: z.int(), wheel: z.enum(['over', 'under'])})
		.prefault({stones: 2, wheel: 'over'}),
	corn: z.discriminatedUnion('kind', [
		z.strictObject({kind: z.literal('rye'), grade: z.int()}),
		z.strictObject({kind: z.literal('oats'), hulled: z.boolean()}),
	]),
});

const faultsOf = (value: unknown): readonly string[] => {
	const parsed = schema.safeParse(value);
	return parsed.success ? [] : keyFaults(schema, value, parsed.error);
};

test('keys are told the nearest known one of their own section, below defaults and within a union', (t) => {
	t.deepEqual(
		faultsOf({
			mill: {stone: 3, stones: 2, wheel: 'over'},
			corn: {kind: 'oats', huled: true, hulled: true},
			mil: 1,
		}),
		[
			'unknown key "mill.stone", did you mean "stones"? (known are stones, wheel)',
			'unknown key "corn.huled", did you mean "hulled"? (known are hulled, kind)',
			'unknown key "mil", did you mean "mill"? (known are corn, mill)',
		],
	);
});

test('a bad value has its path', (t) => {
	const [stones = '', grade = ''] = faultsOf({
		mill: {stones: 'two', wheel: 'over'},
		corn: {kind: 'rye', grade: 1.5},
	});
	t.regex(stones, /^mill\.stones: .*expected number/);
	t.regex(grade, /^corn\.grade: .*expected int/);
});
