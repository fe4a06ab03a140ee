import {recipe, tinyBase} from '@millrace/training';

/** A classifier that tells the intent of a customer; it trains on variants only where the report says that they help. */
export default recipe({
	objective: 'classification',
	base: tinyBase({layers: 2, hidden: 64, heads: 4, vocabulary: 2000}),
	columns: {text: 'text', label: 'label'},
	context: 256,
	overLength: 'truncate',
	variants: 'if-they-help',
	optimizer: {learningRate: 1e-3},
	batch: {sequences: 16},
	epochs: 3,
});
