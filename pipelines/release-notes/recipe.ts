import {recipe, tinyBase} from '@millrace/training';

/** A classifier that tells the kind of a change from its line in a changelog. */
export default recipe({
	objective: 'classification',
	base: tinyBase({layers: 2, hidden: 64, heads: 4, vocabulary: 2000}),
	columns: {text: 'text', label: 'label'},
	context: 256,
	overLength: 'truncate',
	optimizer: {learningRate: 1e-3},
	batch: {sequences: 16},
	epochs: 2,
});
