/** A piece of text on a page, as pdf.js gives it. */
export interface PdfItem {
	readonly str: string;
	/** Where it stands, from the bottom of the page. */
	readonly y: number;
	readonly height: number;
	/** Whether a line ends after it. */
	readonly hasEOL: boolean;
}

/**
 * The text of a page in the order of the file: lines joined to paragraphs, a word that was divided at the end of a line
 * put together, a new paragraph where a line stands further off than the others or is of another size.
 */
export function pageText(items: readonly PdfItem[]): string {
	const paragraphs: string[] = [];
	let paragraph = '';
	let before: Line | undefined;
	const end = (): void => {
		if (paragraph !== '') paragraphs.push(paragraph);
		paragraph = '';
	};
	for (const line of linesOf(items)) {
		if (line.text === '') {
			end();
			before = undefined;
			continue;
		}
		if (before && begins(line, before)) end();
		paragraph = paragraph === '' ? line.text : joined(paragraph, line.text);
		before = line;
	}
	end();
	return paragraphs.join('\n\n');
}

interface Line {
	readonly text: string;
	readonly y: number;
	readonly height: number;
}

function linesOf(items: readonly PdfItem[]): readonly Line[] {
	const lines: Line[] = [];
	let text = '';
	let [y, height] = [0, 0];
	const end = (): void => {
		lines.push({text: text.replace(/\s+/g, ' ').trim(), y, height});
		[text, height] = ['', 0];
	};
	for (const item of items) {
		if (item.str.trim() !== '') {
			if (height === 0) y = item.y;
			height = Math.max(height, item.height);
		}
		text += item.str;
		if (item.hasEOL) end();
	}
	end();
	return lines;
}

/** Whether a line begins a paragraph: further down than lines stand apart, above the one before, or of another size. */
function begins(line: Line, before: Line): boolean {
	const gap = before.y - line.y;
	const height = Math.max(1, before.height);
	return gap > height * 1.9 || gap < -height || Math.abs(line.height - height) > height * 0.25;
}

const joined = (paragraph: string, line: string): string =>
	/\p{L}-$/u.test(paragraph) && /^\p{Ll}/u.test(line)
		? paragraph.slice(0, -1) + line
		: `${paragraph} ${line}`;
