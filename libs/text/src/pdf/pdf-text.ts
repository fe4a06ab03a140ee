import {MillraceError} from '@millrace/core';
import {pageText, type PdfItem} from './page-text.ts';

export interface PdfTextOptions {
	/** A longer file is not read. Default 64 MiB. */
	readonly maxBytes?: number;
	/** Pages after so many are not read, and the file is an error. Default 2,000. */
	readonly maxPages?: number;
	/** A file with more pieces of text is an error. Default 2,000,000. */
	readonly maxItems?: number;
}

/** The text of a PDF, and of how many pages it is. */
export interface PdfText {
	/** Pages in order, an empty line between them; empty where the file holds pictures alone. */
	readonly text: string;
	readonly pages: number;
	readonly title: string | null;
	readonly author: string | null;
}

/**
 * Reads the text of a PDF by pdf.js, in the build that the optional package `unpdf` brings: nothing is fetched, drawn or
 * run. Throws an error with a sentence for a file that is encrypted, damaged or larger than the options allow, and a
 * MillraceError `usage` where `unpdf` is not installed.
 */
export async function pdfText(
	bytes: Uint8Array,
	{maxBytes = 64 << 20, maxPages = 2000, maxItems = 2_000_000}: PdfTextOptions = {},
): Promise<PdfText> {
	if (bytes.length > maxBytes)
		throw new Error(
			`expected a PDF of at most ${maxBytes} bytes, found ${bytes.length}; raise maxBytes to read it`,
		);
	if (!Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-'))
		throw new Error('expected a PDF, found a file without its sign %PDF- in the first 1,024 bytes');
	const {getDocumentProxy} = await library();
	// pdf.js takes the buffer away from who gave it.
	const file = await getDocumentProxy(Uint8Array.from(bytes), {
		verbosity: 0,
		useSystemFonts: false,
		disableFontFace: true,
		stopAtErrors: true,
	}).catch((error: unknown) => {
		throw new Error(sentence(error), {cause: error});
	});
	try {
		if (file.numPages > maxPages)
			throw new Error(
				`expected a PDF of at most ${maxPages} pages, found ${file.numPages}; raise maxPages to read it`,
			);
		const texts: string[] = [];
		let count = 0;
		for (let number = 1; number <= file.numPages; number++) {
			const items = await file
				.getPage(number)
				.then(async (page) => page.getTextContent())
				.catch((error: unknown) => {
					throw new Error(`page ${number}: ${sentence(error)}`, {cause: error});
				});
			count += items.items.length;
			if (count > maxItems)
				throw new Error(
					`expected a PDF of at most ${maxItems} pieces of text, found more on page ${number}; raise maxItems to read it`,
				);
			texts.push(pageText(items.items.flatMap((item) => ('str' in item ? [placed(item)] : []))));
		}
		const info = await file.getMetadata().then(
			(found): unknown => found.info,
			() => undefined,
		);
		return {
			text: texts
				.filter((text) => text !== '')
				.join('\n\n')
				.toWellFormed(),
			pages: file.numPages,
			title: named(info, 'Title'),
			author: named(info, 'Author'),
		};
	} finally {
		await file.loadingTask.destroy();
	}
}

async function library() {
	try {
		return await import('unpdf');
	} catch (error) {
		throw new MillraceError(
			'usage',
			'pdfText: expected the package unpdf, found none; run npm install unpdf.',
			{
				cause: error,
			},
		);
	}
}

/** The last number of the matrix that places a piece is how high it stands. */
const placed = ({
	str,
	transform,
	height,
	hasEOL,
}: Omit<PdfItem, 'y'> & {readonly transform: readonly unknown[]}): PdfItem => ({
	str,
	y: Number(transform[5] ?? 0),
	height,
	hasEOL,
});

function sentence(error: unknown): string {
	const [name, message] = error instanceof Error ? [error.name, error.message] : ['', String(error)];
	if (name === 'PasswordException')
		return 'expected a PDF that opens without a password, found an encrypted one; decrypt it first';
	return `expected a whole PDF, found one that pdf.js cannot read (${message.slice(0, 200)}); fetch or write it again`;
}

function named(info: unknown, key: string): string | null {
	if (typeof info !== 'object' || info === null) return null;
	const found: unknown = Object.entries(info).find(([name]) => name === key)?.[1];
	return typeof found === 'string' && found.trim() !== '' ? found.trim().slice(0, 300).toWellFormed() : null;
}
