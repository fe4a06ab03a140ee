import {recipe, tinyBase} from '@millrace/training';

/** A classifier that tells the intent of a customer from a short message. */
export default recipe({
	objective: 'classification',
	base: tinyBase({layers: 2, hidden: 64, heads: 4, vocabulary: 2000}),
	columns: {text: 'text', label: 'label'},
	context: 256,
	overLength: 'truncate',
	optimizer: {learningRate: 1e-3},
	batch: {sequences: 16},
	epochs: 3,
});
