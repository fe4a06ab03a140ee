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

test('of a union the option that has the kind of the value is told; of several, or none, the union', (t) => {
	const union = z.strictObject({
		sieve: z.union([z.enum(['fine', 'coarse']), z.strictObject({mesh: z.int()})], 'expected a sieve'),
		flour: z.union([z.string().min(3), z.string().regex(/^x/)], 'expected flour'),
	});
	const told = (value: unknown): readonly string[] => {
		const parsed = union.safeParse(value);
		return parsed.success ? [] : keyFaults(union, value, parsed.error);
	};
	t.deepEqual(told({sieve: {mesh: 1, mush: 2}, flour: 'rye'}), [
		'unknown key "sieve.mush", did you mean "mesh"? (known are mesh)',
	]);
	t.regex(told({sieve: {mesh: 'x'}, flour: 'rye'})[0] ?? '', /^sieve\.mesh: .*expected number/);
	t.deepEqual(told({sieve: 3, flour: 'a'}), ['sieve: expected a sieve', 'flour: expected flour']);
});
