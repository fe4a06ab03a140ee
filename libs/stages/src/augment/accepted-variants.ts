import {defineStage, nullable} from '@millrace/core';
import {gateRules, gateScores, gateThresholds, type GateScores} from './gates/gate-thresholds.ts';

/**
 * Drops the variants that a gate rejects, with the gate's name as the reason and its score, and keeps originals and
 * accepted variants. The options are the bounds of the gates: give those that the stage before was given, or others, which
 * decide anew over the same scores without running a model again.
 */
export const acceptedVariants = defineStage({
	name: 'accepted-variants',
	summary: 'Drops the variants of an augmenting stage that a gate rejects, with the reason and the score.',
	needs: {gates: nullable(gateScores)},
	options: gateThresholds,
	rules: gateRules.map(({field, ...rule}) => ({
		...rule,
		score: ({gates}: {readonly gates: GateScores | null}) => gates?.[field] ?? null,
	})),
});
