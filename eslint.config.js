import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import {defineConfig} from 'eslint/config';
import tseslint from 'typescript-eslint';
import {layers, testLayers} from './tools/workspace/src/layers.ts';

/** The rule reads the graph that Nx wrote last: lint through `nx lint`, for without a graph it passes everything. */
const boundaries = (extra) => [
	'error',
	{
		depConstraints: Object.entries(layers).map(([layer, allowed]) => ({
			sourceTag: `layer:${layer}`,
			onlyDependOnLibsWithTags: [...allowed, ...(extra[layer] ?? [])].map((name) => `layer:${name}`),
		})),
	},
];

const banned = [
	{selector: 'ExportAllDeclaration', message: 'List the exports by name.'},
	{selector: 'ExportDefaultDeclaration', message: 'Export by name.'},
];

export default defineConfig(
	{
		ignores: [
			'**/node_modules/**',
			'**/dist/**',
			'**/.venv/**',
			'**/coverage/**',
			'**/*.generated.ts',
			'**/assembly/**',
			'**/fixtures/**',
			'**/templates/**',
		],
	},
	{linterOptions: {reportUnusedDisableDirectives: 'error'}},
	js.configs.recommended,
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
		languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
		plugins: {'@nx': nx},
		rules: {
			'@nx/enforce-module-boundaries': boundaries({}),
			'@typescript-eslint/consistent-type-assertions': ['error', {assertionStyle: 'never'}],
			'@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
			'@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports'}],
			'@typescript-eslint/dot-notation': ['error', {allowIndexSignaturePropertyAccess: true}],
			'@typescript-eslint/no-empty-object-type': ['error', {allowObjectTypes: 'always'}],
			'@typescript-eslint/no-unused-vars': ['error', {ignoreRestSiblings: true, varsIgnorePattern: '^_'}],
			'@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true, allowBoolean: true}],
			// A mapped type over the keys of a row reads better than Record around a conditional type.
			'@typescript-eslint/consistent-indexed-object-style': 'off',
			// It takes columns that are chosen by a computed key for members of an enum.
			'@typescript-eslint/no-unsafe-enum-assignment': 'off',
			'max-lines': ['error', 300],
			'no-restricted-syntax': ['error', ...banned],
		},
	},
	{
		files: ['**/*.test.ts', '**/*.test-d.ts'],
		rules: {'@nx/enforce-module-boundaries': boundaries(testLayers)},
	},
	{
		// A pipeline, and a recipe, is what its module's default export says.
		files: ['pipelines/*/{pipeline,recipe}.ts', 'tools/*/src/pipelines/**'],
		rules: {'no-restricted-syntax': 'off'},
	},
);
