import type {CorpusPlan} from './corpus-options.ts';

// None begins with a dot: a folder's globs leave such names out.
const odd: readonly string[] = [
	`it's "quoted"`,
	'two  spaces ',
	'line\nbreak',
	'up..down..',
	'dots..in..it',
	'日本語 ñandú 😀',
	'a folder/in..side',
	'#hash%20&query=?',
];

/** Names of the corpus' files, relative, with `/`; all differ. */
export function fileNames({files, formats, oddNames}: CorpusPlan): readonly string[] {
	const width = Math.max(3, String(files - 1).length);
	return Array.from({length: files}, (_, file) => {
		const number = String(file).padStart(width, '0');
		const name = oddNames && file % 2 === 1 ? odd[(file >> 1) % odd.length] : undefined;
		return `${name ?? 'part'}-${number}.${formats[file % formats.length] ?? 'jsonl'}`;
	});
}
