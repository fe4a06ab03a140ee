import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {acceptedVariants} from './accepted-variants.ts';
import {gateRules, gateThresholds, type GateScores} from './gates/gate-thresholds.ts';

const none: GateScores = {
	failed: null,
	unreadable: null,
	spans_lost: null,
	overlap: null,
	overlap_variants: null,
	length_ratio: null,
	chrf: null,
	other_language: null,
	unknown: null,
	leaked: null,
	numbers: null,
	negation: null,
	modality: null,
	pronouns: null,
	label: null,
	centroid: null,
	fluency: null,
	similarity: null,
	contamination: null,
};

testStage(test, 'accepted-variants', {
	stage: () => acceptedVariants(),
	rows: [
		{gates: null},
		{gates: none},
		{gates: {...none, chrf: 29.9, numbers: 1}},
		{gates: {...none, numbers: 1}},
	],
});

for (const {reason, field, dropIf, threshold} of gateRules) {
	test(`drops a variant as ${reason} by its score`, async (t) => {
		const off = Object.fromEntries(Object.keys(gateThresholds).map((name) => [name, null]));
		const bounds = {...off, [threshold]: 0.5};
		const score = dropIf === '<' ? 0.4 : 0.6;
		const rows = [{...none, [field]: score}, {...none, [field]: 0.5}, none, null].map((gates) => ({gates}));
		const run = await runStage(acceptedVariants(bounds), rows);
		t.deepEqual(
			run.drops.map(({row, reason, score}) => [row, reason, score]),
			[[0, reason, score]],
		);
		t.is((await runStage(acceptedVariants(off), rows)).rows.length, 4);
	});
}
