import test from 'ava';
import fc from 'fast-check';
import {advanceGroup, newGroup, type Beam, type BeamGroup} from './beam-group.ts';

const END = 0;

/** A made-up model: what follows depends on the last token alone. */
const follow = (table: readonly (readonly number[])[], {tokens}: Beam): Float32Array =>
	Float32Array.from(table[tokens.at(-1) ?? 0] ?? [], (weight) => Math.log(weight));

function search(table: readonly (readonly number[])[], beams: number, steps: number): BeamGroup {
	let group = newGroup;
	const rules = {beams, lengthPenalty: 0, earlyStopping: false, ends: new Set([END])};
	for (let step = 0; step < steps && !group.done; step++) {
		const scores = group.running.map((beam) => follow(table, beam));
		group = advanceGroup(group, scores, rules).group;
	}
	return group;
}

/** Every answer of at most `steps` tokens with its score. */
function all(table: readonly (readonly number[])[], steps: number): Beam[] {
	let open: Beam[] = [{tokens: [], score: 0}];
	const ended: Beam[] = [];
	for (let step = 0; step < steps; step++) {
		const next = open.flatMap((beam) =>
			Array.from(follow(table, beam), (score, token) => ({
				tokens: [...beam.tokens, token],
				score: beam.score + score,
			})),
		);
		ended.push(...next.filter(({tokens}) => tokens.at(-1) === END));
		open = next.filter(({tokens}) => tokens.at(-1) !== END);
	}
	return ended.toSorted((a, b) => b.score - a.score);
}

const weights = fc.array(fc.integer({min: 1, max: 50}), {minLength: 3, maxLength: 3}).map((row) => {
	const sum = row.reduce((total, weight) => total + weight, 0);
	return row.map((weight) => weight / sum);
});
const tables = fc.array(weights, {minLength: 3, maxLength: 3});

test('a search with beams for everything finds the best answer there is', (t) => {
	fc.assert(
		fc.property(tables, (table) => {
			const [best] = all(table, 4);
			const [found] = search(table, 16, 4).ended;
			return found !== undefined && best !== undefined && Math.abs(found.score - best.score) < 1e-5;
		}),
	);
	t.pass();
});

test('answers end, are different and come best first', (t) => {
	fc.assert(
		fc.property(tables, fc.integer({min: 1, max: 5}), (table, beams) => {
			const {ended, running} = search(table, beams, 12);
			const scores = ended.map(({score}) => score);
			return (
				ended.every(({tokens}) => tokens.indexOf(END) === tokens.length - 1) &&
				new Set(ended.map(({tokens}) => tokens.join())).size === ended.length &&
				scores.every((score, index) => index === 0 || score <= (scores[index - 1] ?? 0)) &&
				ended.length <= beams &&
				running.length <= beams
			);
		}),
	);
	t.pass();
});

test('a length penalty changes which answer is best; stopping early keeps the first', (t) => {
	const end = {beams: 1, ends: new Set([END])};
	const scores = [Float32Array.from([-1, -0.5])];
	const {group, parents} = advanceGroup(newGroup, scores, {...end, lengthPenalty: 1, earlyStopping: false});
	t.deepEqual(group.running, [{tokens: [1], score: -0.5}]);
	t.deepEqual(parents, [0]);
	t.deepEqual(group.ended, [], 'an end that is not among the best beams does not count');
	const second = advanceGroup(group, [Float32Array.from([-0.1, -3])], {
		...end,
		lengthPenalty: 1,
		earlyStopping: true,
	});
	t.true(second.group.done);
	t.is(second.group.ended[0]?.score.toFixed(3), '-0.300');
});
