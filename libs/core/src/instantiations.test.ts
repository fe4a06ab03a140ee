import test from 'ava';
import {typeCheck} from '../fixtures/type-check.ts';

/** A pipeline of stages that each need the column of the one before and add one of their own. */
function chain(stages: number): string {
	const numbers = Array.from({length: stages}, (_, index) => index);
	return [
		"import {defineStage, int32, pipeline, utf8, type Reader} from './index.ts';",
		'declare const reader: Reader<{readonly id: string; readonly c0: number}>;',
		...numbers.map(
			(n) =>
				`const stage${n} = defineStage({name: 's${n}', needs: {c${n}: int32}, adds: {c${n + 1}: int32}, map: ({c${n}}) => ({c${n + 1}: c${n} + 1})});`,
		),
		`export const long = pipeline('long', reader)${numbers.map((n) => `.pipe(stage${n}())`).join('')};`,
		`export const first = long.filter('none', ({c0, c${stages}}) => c0 < c${stages}).derive('text', utf8, ({id}) => id);`,
	].join('\n');
}

// Measured with TypeScript 6.0, and 15 % more: the count does not depend on the machine.
for (const [stages, measured] of [
	[90, 111_528],
	[150, 284_448],
] as const) {
	test(`${stages} stages that each add a column type-check, with at most 15 % more instantiations than when they were measured`, (t) => {
		const {errors, instantiations} = typeCheck(chain(stages));
		t.deepEqual(errors, []);
		t.true(instantiations <= measured * 1.15, `${instantiations} instantiations, ${measured} when measured`);
	});
}

test('a column that is missing after 150 stages is still an error', (t) => {
	const {errors} = typeCheck(`${chain(150)}\nexport const wrong = long.drop('c77').pipe(stage77());`);
	t.is(errors.length, 1);
	t.regex(errors[0]?.lines[1] ?? '', /^ {2}Property 'c77' is missing in type /);
});

test('work grows with the length of the pipeline as its columns do, not faster', (t) => {
	const [short, long] = [typeCheck(chain(40)).instantiations, typeCheck(chain(80)).instantiations];
	t.true(long < short * 4.4, `${short} instantiations for 40 stages, ${long} for 80`);
});
