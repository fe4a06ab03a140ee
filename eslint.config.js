import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const pure = ['core', 'kernels', 'text'];
const allowed = {
	core: [],
	kernels: ['core'],
	text: ['core', 'kernels'],
	io: ['core', 'kernels'],
	engine: ['core', 'io', 'kernels'],
	stages: pure,
	backends: ['core', 'text'],
	executors: ['core', 'engine'],
	testing: ['core'],
	datasets: ['core', 'io'],
	pipelines: ['core', 'io', 'stages', 'backends', 'report', 'training', 'datasets'],
	apps: ['core', 'kernels', 'text', 'io', 'engine', 'stages', 'backends', 'executors'],
	tools: ['core', 'kernels', 'text', 'io', 'engine', 'stages', 'backends', 'executors'],
};

const boundaries = (extra) => [
	'error',
	{
		depConstraints: Object.entries(allowed).map(([layer, layers]) => ({
			sourceTag: `layer:${layer}`,
			onlyDependOnLibsWithTags: [...layers, ...extra].map((name) => `layer:${name}`),
		})),
	},
];

export default tseslint.config(
	{ignores: ['**/node_modules/**', '**/dist/**', '**/coverage/**', '**/*.generated.ts', '**/assembly/**', '**/fixtures/**']},
	js.configs.recommended,
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
		languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
		plugins: {'@nx': nx},
		rules: {
			'@nx/enforce-module-boundaries': boundaries([]),
			'@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true, allowBoolean: true}],
			'@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
			'@typescript-eslint/no-empty-object-type': ['error', {allowObjectTypes: 'always'}],
		},
	},
	{
		files: ['**/*.test.ts', '**/*.test-d.ts'],
		rules: {'@nx/enforce-module-boundaries': boundaries(['testing', 'engine', 'executors', 'io', 'stages'])},
	},
);
