import {typeName, type ColumnType} from '@millrace/core';
import type {CardParts, CardSplit} from './dataset-card.ts';
import type {FileFormat} from './hub-features.ts';

/** The part of a dataset card that people read. */
export function cardText(
	{name, title = name, description, licence, splits, schema}: CardParts,
	format: FileFormat,
): string {
	const columns = [...schema].map(([column, type]) => [code(column), code(typeName(type))]);
	const parts = [
		`# ${title}`,
		...(description === undefined ? [] : [description]),
		...(licence === undefined ? [] : [`Licence: ${licence}.`]),
		table(['split', 'files', 'rows', 'MiB'], splits.map(splitRow)),
		table(['column', 'type'], columns),
		'In Python:',
		fenced('python', "from datasets import load_dataset\n\ndataset = load_dataset('path/to/this/folder')"),
		'In TypeScript:',
		fenced('ts', typescript(format, splits, schema)),
		'Rows that were left out lie in `dropped/` and `quarantined/`, each with its reason; they are no part of the splits.',
	];
	return `${parts.join('\n\n')}\n`;
}

const splitRow = ({name, files, rows, bytes}: CardSplit): readonly string[] => [
	name,
	code(files),
	rows.toLocaleString('en-US'),
	(bytes / 2 ** 20).toFixed(1),
];

function typescript(
	format: FileFormat,
	splits: readonly CardSplit[],
	schema: ReadonlyMap<string, ColumnType>,
): string {
	const reader = {parquet: 'fromParquet', arrow: 'fromArrow', jsonl: 'fromJsonl'}[format];
	const scalars = [...schema].filter(([, {kind}]) => kind !== 'list' && kind !== 'struct');
	const columns = scalars.map(
		([name, {kind, nullable}]) =>
			`${/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name)}: ${nullable ? `nullable(${kind})` : kind}`,
	);
	const names = [
		...new Set(scalars.flatMap(([, {kind, nullable}]) => (nullable ? ['nullable', kind] : [kind]))),
	].sort();
	return [
		`import {${names.join(', ')}} from '@millrace/core';`,
		`import {${reader}} from '@millrace/io';`,
		'',
		`const rows = ${reader}({`,
		`\tfiles: {root: 'path/to/this/folder', include: ${JSON.stringify(splits[0]?.files ?? '*')}},`,
		`\tcolumns: {${columns.join(', ')}},`,
		'});',
	].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string =>
		`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

const fenced = (language: string, source: string): string => `\`\`\`${language}\n${source}\n\`\`\``;
