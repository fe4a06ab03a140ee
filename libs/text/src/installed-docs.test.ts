import {globSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {parsers} from 'prettier/plugins/markdown';
import {markdownParts} from './markdown-parts.ts';
import {normalizeText} from './normalize-text.ts';

// The documentation of the installed packages: a thousand real documents that every machine has.
const folder = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const files = globSync('**/*.md', {cwd: folder}).toSorted();
const textOf = (file: string): string =>
	readFileSync(`${folder}/${file}`, 'utf8')
		.replace(/^\ufeff/, '')
		.replace(/\r\n?/g, '\n');

/** A node of the tree that remark, within Prettier, makes of a document. */
interface MarkdownNode {
	readonly type: string;
	readonly depth?: number;
	readonly value?: string;
	readonly position: {readonly start: {readonly offset: number}};
	readonly children?: readonly MarkdownNode[];
}

const isTree = (value: unknown): value is MarkdownNode =>
	typeof value === 'object' && value !== null && 'type' in value && value.type === 'root';

async function reference(text: string): Promise<readonly string[]> {
	// The parser reads one option alone, though its type asks for all.
	const tree: unknown = await Reflect.apply(parsers.markdown.parse, undefined, [text, {originalText: text}]);
	if (!isTree(tree)) throw new Error('expected a tree of Markdown nodes.');
	const codes = ({type, value = '', children = []}: MarkdownNode): readonly string[] => {
		if (type === 'code') return [`code ${value}`];
		return type === 'blockquote' ? [] : children.flatMap(codes);
	};
	return (tree.children ?? []).flatMap((node) =>
		node.type === 'heading' ? [`heading ${node.depth ?? 0} at ${node.position.start.offset}`] : codes(node),
	);
}

const found = (text: string): readonly string[] =>
	[...markdownParts(text, 0)].flatMap((part) => {
		if (part.kind === 'code') return [`code ${part.text}`];
		if (part.kind === 'comment') return [];
		const start = part.start + text.slice(part.start).search(/[^ \t]/);
		return [`heading ${part.level} at ${start}`];
	});

test('finds the headings and the code that remark finds, in every fourth document', async (t) => {
	t.true(files.length > 500);
	for (const file of files.filter((_, index) => index % 4 === 0)) {
		const text = textOf(file);
		if (!text.startsWith('---')) t.deepEqual(found(text), await reference(text), file);
	}
});

test('normalizing changes no code and no heading, in any document', (t) => {
	const parts = (text: string): readonly string[] =>
		[...markdownParts(text, 0)].flatMap((part) => {
			if (part.kind === 'comment') return [];
			return part.kind === 'code' ? part.text : part.markdown.replace(/\s+/g, ' ');
		});
	for (const file of files) {
		const text = textOf(file);
		const clean = normalizeText(text, {form: 'none'});
		t.deepEqual(parts(clean), parts(text), file);
		t.is(normalizeText(clean, {form: 'none'}), clean, file);
	}
});
