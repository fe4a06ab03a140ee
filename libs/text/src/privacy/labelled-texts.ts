/** A text of the fixture with what is marked in it. */
export interface LabelledText {
	readonly text: string;
	readonly marks: readonly Mark[];
}

export interface Mark {
	readonly recogniser: string;
	/** `found` must be found; `missed` is personal data that is not; `mistaken` is found and is none. */
	readonly kind: 'found' | 'missed' | 'mistaken';
	readonly start: number;
	readonly end: number;
}

/** Reads texts with marks, one a line: `[[email:a@example.org]]`, `[[!email:missed]]`, `[[?ipv4:mistaken]]`. */
export function labelledTexts(file: string): readonly LabelledText[] {
	return file
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith('#'))
		.map((line) => labelled(line.replaceAll('\u00a6', '').replaceAll('\\n', '\n')));
}

function labelled(line: string): LabelledText {
	const marks: Mark[] = [];
	let [text, from] = ['', 0];
	for (const {0: whole, index, groups: {sign = '', recogniser = '', marked = ''} = {}} of line.matchAll(
		MARK,
	)) {
		text += line.slice(from, index);
		marks.push({
			recogniser,
			kind: KINDS[sign] ?? 'found',
			start: text.length,
			end: text.length + marked.length,
		});
		text += marked;
		from = index + whole.length;
	}
	return {text: text + line.slice(from), marks};
}

const KINDS: Readonly<Record<string, Mark['kind']>> = {'!': 'missed', '?': 'mistaken'};
const MARK = /\[\[(?<sign>[!?]?)(?<recogniser>[a-z0-9-]+):(?<marked>[^]*?)\]\](?!\])/g;
