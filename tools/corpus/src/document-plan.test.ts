import test from 'ava';
import fc from 'fast-check';
import {corpusPlan} from './corpus-options.ts';
import {corpusChoices, planDocument} from './document-plan.ts';

const plan = corpusPlan({bytes: 100_000_000, seed: 3, exact: 0.3, near: 0.3, mojibake: 0.1});
const choices = corpusChoices(3);
const places = fc.record({file: fc.nat(7), document: fc.nat(30_000)});

test('what a document is depends on its place alone', (t) => {
	fc.assert(
		fc.property(places, places, (place, other) => {
			const before = planDocument(plan, choices, place);
			planDocument(plan, choices, other);
			t.deepEqual(planDocument(plan, corpusChoices(3), place), before);
		}),
	);
	t.pass();
});

test('a repeated document stands earlier and is an original', (t) => {
	fc.assert(
		fc.property(places, (place) => {
			const {kind, origin} = planDocument(plan, choices, place);
			if (kind === 'original' || kind === 'long') t.deepEqual(origin, place);
			else {
				t.true(origin.file < place.file || (origin.file === place.file && origin.document < place.document));
				t.is(planDocument(plan, choices, origin).kind, 'original');
			}
		}),
	);
	t.pass();
});
