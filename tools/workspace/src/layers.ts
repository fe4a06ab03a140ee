/** The layers that each layer may import. */
export type LayerTable = Readonly<Record<string, readonly string[]>>;

const pure = ['core', 'kernels', 'text'];
const libs = [
	...pure,
	'terminal',
	'probes',
	'io',
	'engine',
	'stages',
	'backends',
	'executors',
	'report',
	'training',
];

/**
 * What the sources of each layer may import. A lib is a layer of its own name; every other project belongs to the
 * layer of its folder. ESLint enforces the table through the tag `layer:<name>` of a project's package.json.
 */
export const layers: LayerTable = {
	core: [],
	kernels: ['core'],
	terminal: ['core'],
	text: ['core', 'kernels'],
	io: ['core', 'kernels'],
	engine: ['core', 'io', 'kernels'],
	probes: pure,
	stages: [...pure, 'probes'],
	backends: ['core', 'text'],
	executors: ['core', 'engine', 'io'],
	report: [...pure, 'io', 'engine', 'probes'],
	training: [...pure, 'io', 'probes'],
	testing: ['core'],
	datasets: ['core', 'io'],
	pipelines: ['core', 'text', 'io', 'stages', 'backends', 'report', 'training', 'datasets'],
	apps: libs,
	tools: [...libs, 'tools'],
};

/** What the tests of each layer may import besides. Both tables together hold no circle, which Nx could not order. */
export const testLayers: LayerTable = {
	core: [],
	kernels: ['testing'],
	terminal: [],
	text: ['testing'],
	io: ['testing'],
	engine: ['testing', 'stages'],
	probes: ['testing'],
	stages: ['testing'],
	backends: ['testing', 'stages'],
	executors: ['testing', 'stages'],
	report: ['testing', 'stages', 'executors'],
	training: ['testing'],
	testing: [],
	datasets: ['testing'],
	pipelines: ['testing', 'engine', 'executors'],
	apps: ['testing'],
	tools: ['testing'],
};
