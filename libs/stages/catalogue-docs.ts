import {writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {typeName, type AnyStep, type Columns, type ColumnType, type OptionShape} from '@millrace/core';
import {format, resolveConfig} from 'prettier';
import {z} from 'zod';
import {catalogue, type CatalogueEntry} from './src/catalogue.ts';

/** Where the page of all stages is kept. */
export const stagesPath = fileURLToPath(new URL('../../docs/stages.md', import.meta.url));

/** The page of all stages, made from their definitions. */
export async function stagesPage(): Promise<string> {
	const entries = catalogue.map((entry) => ({
		...entry,
		step: entry.example(),
		name: entry.stage.definition.name,
	}));
	const index = entries.map(
		({name, family, step, stage}) =>
			`| [${name}](#${name}) | ${family} | ${shapeOf(step)} | ${stage.definition.summary ?? ''} |`,
	);
	const page = [
		'# Stages',
		"Made by `node libs/stages/catalogue-docs.ts` from the definitions in `libs/stages/src`; edit those instead. `columns: {text: 'body'}` renames the columns of any stage that has fixed ones.",
		['| Stage | Family | Shape | What it does |', '| --- | --- | --- | --- |', ...index].join('\n'),
		...entries.flatMap(section),
	];
	return format(page.join('\n\n'), {...(await resolveConfig(stagesPath)), parser: 'markdown'});
}

function section({
	name,
	stage,
	step,
	example,
}: CatalogueEntry & {readonly step: AnyStep; readonly name: string}): readonly string[] {
	const {summary = '', source, needs, options = {}} = stage.definition;
	const named = Object.keys(needs).length === 0 && Object.keys(step.needs).length > 0;
	return [
		`## ${name}`,
		summary,
		`Needs ${columnsText(step.needs)}${named ? ' in the example: its options name the columns' : ''}. Adds ${columnsText(step.adds)}.`,
		...(source === undefined ? [] : [`Source: ${source}`]),
		...(Object.keys(options).length > 0 ? [optionsTable(options)] : []),
		`\`\`\`ts\n${String(example).replace(/^\(\) => /, '')}\n\`\`\``,
	];
}

function shapeOf({body}: AnyStep): string {
	if (body.kind === 'stage') return body.queue ? 'slow stage' : 'stage';
	return body.apply === 'order' ? 'barrier, orders rows' : 'barrier';
}

function columnsText(columns: Columns): string {
	const texts = Object.entries(columns).map(([name, {type}]) => `\`${name}: ${typeName(type)}\``);
	return texts.length > 0 ? texts.join(', ') : 'no column';
}

const optionSchema = z.object({
	title: z.string().optional(),
	description: z.string().default(''),
	default: z.unknown().optional(),
	type: z.union([z.string(), z.array(z.string()).transform((types) => types.join(' or '))]).optional(),
	enum: z.array(z.string()).optional(),
	/** Alternatives, such as a number or null. */
	anyOf: z.array(z.looseObject({type: z.string().optional()})).optional(),
});

function optionsTable(options: OptionShape): string {
	const {properties = {}, required = []} = z.toJSONSchema(z.strictObject(options), {
		unrepresentable: 'any',
		io: 'input',
	});
	const rows = Object.entries(properties).map(([name, property]) => {
		const schema = optionSchema.parse(property);
		const type =
			schema.title ??
			schema.enum?.map((value) => `\`'${value}'\``).join(' or ') ??
			schema.type ??
			alternatives(schema.anyOf) ??
			'see the description';
		const standard = required.includes(name) ? 'required' : defaultText(schema.default);
		return `| \`${name}\` | ${type} | ${standard} | ${schema.description} |`;
	});
	return ['| Option | Type | Default | Meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Types of which each is a plain one, as prose. */
function alternatives(of: readonly {readonly type?: string | undefined}[] = []): string | undefined {
	const types = of.flatMap(({type}) => type ?? []);
	return types.length > 0 && types.length === of.length ? types.join(' or ') : undefined;
}

/** A default as one writes it: `'keep'`, `{train: 98}`, `{text: utf8}`. */
function defaultText(value: unknown): string {
	return value === undefined ? 'none' : `\`${literal(value)}\``;
}

function literal(value: unknown): string {
	if (typeof value === 'string') return `'${value}'`;
	if (typeof value !== 'object' || value === null) return String(value);
	if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
	if (isColumn(value)) return typeName(value.type);
	return `{${Object.entries(value)
		.map(([key, item]) => `${key}: ${literal(item)}`)
		.join(', ')}}`;
}

const isColumn = (value: object): value is {readonly type: ColumnType} =>
	'type' in value && typeof value.type === 'object' && value.type !== null && 'kind' in value.type;

if (import.meta.main) await writeFile(stagesPath, await stagesPage());
