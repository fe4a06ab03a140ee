import {recipe, tinyBase} from '@millrace/training';

/** Continued pretraining on the pages; the tiny base shows the whole road, a folder with a real one goes in its place. */
export default recipe({
	objective: 'causal-lm',
	base: tinyBase({layers: 2, hidden: 64, heads: 4, vocabulary: 2000}),
	columns: {text: 'text'},
	context: 512,
	overLength: 'split',
	optimizer: {learningRate: 3e-3},
	batch: {sequences: 4},
	steps: 150,
	evaluate: {every: 50, sequences: 50},
});
