import {recordBatch, sameRoles, textVector, utf8, type AnyStep, type BatchContext} from '@millrace/core';

const batchRows = 1000;

/** Runs the bodies of steps that need the text alone over all texts, each over all, and returns the seconds. */
export async function runSteps(steps: readonly AnyStep[], texts: readonly string[]): Promise<number> {
	const batches = Array.from({length: Math.ceil(texts.length / batchRows)}, (_, batch) =>
		texts.slice(batch * batchRows, (batch + 1) * batchRows),
	);
	// Loads what a step loads once.
	await run(steps, ['Warm up.']);
	const begun = performance.now();
	for (const batch of batches) await run(steps, batch);
	return (performance.now() - begun) / 1000;
}

const context: BatchContext = {
	id: (row) => row.toString(16).padStart(32, '0'),
	random: () => {
		throw new Error('bench: expected steps that choose nothing at random, found one that does.');
	},
};

async function run(steps: readonly AnyStep[], texts: readonly string[]): Promise<void> {
	const vectors = new Map([['text', textVector(utf8.type, {strings: texts})]]);
	for (const {body} of steps) {
		// One batch for all steps, as in a segment: words that one cuts are there for the next.
		const batch = recordBatch(texts.length, vectors, sameRoles({text: utf8}));
		if (body.kind === 'stage') await body.run(batch, context);
		else body.extract(batch, context);
	}
}
