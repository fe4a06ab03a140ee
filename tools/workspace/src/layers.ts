/** The layers that each layer may import. */
export type LayerTable = Readonly<Record<string, readonly string[]>>;

const pure = ['core', 'kernels', 'text'];
const libs = [...pure, 'io', 'engine', 'stages', 'backends', 'executors'];

/**
 * What the sources of each layer may import. A lib is a layer of its own name; every other project belongs to the
 * layer of its folder. ESLint enforces the table through the tag `layer:<name>` of a project's package.json.
 */
export const layers: LayerTable = {
	core: [],
	kernels: ['core'],
	text: ['core', 'kernels'],
	io: ['core', 'kernels'],
	engine: ['core', 'io', 'kernels'],
	stages: pure,
	backends: ['core', 'text'],
	executors: ['core', 'engine', 'io'],
	testing: ['core'],
	datasets: ['core', 'io'],
	pipelines: ['core', 'io', 'stages', 'backends', 'datasets'],
	apps: libs,
	tools: [...libs, 'tools'],
};

/** What the tests of each layer may import besides. Both tables together hold no circle, which Nx could not order. */
export const testLayers: LayerTable = {
	core: [],
	kernels: ['testing'],
	text: ['testing'],
	io: ['testing'],
	engine: ['testing', 'stages'],
	stages: ['testing'],
	backends: ['testing', 'stages'],
	executors: ['testing', 'stages'],
	testing: [],
	datasets: ['testing'],
	pipelines: ['testing', 'engine', 'executors'],
	apps: ['testing'],
	tools: ['testing'],
};
