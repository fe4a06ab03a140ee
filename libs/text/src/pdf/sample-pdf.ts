/** Lines of a page: text, its size, and how far below the line before it stands. */
export type SampleLine = readonly [text: string, size: number, below: number];

/** Writes a small PDF of pages of lines, for tests. */
export function samplePdf(pages: readonly (readonly SampleLine[])[], trailer = '', info = ''): Buffer {
	const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
		...pages.flatMap((lines, at) => {
			const shown = lines.map(
				([text, size, below]) => `/F1 ${size} Tf 0 -${below} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj`,
			);
			const content = `BT 72 760 Td ${shown.join(' ')} ET`;
			return [
				`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
				`<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
			];
		}),
		`<< ${info} >>`,
	];
	let file = '%PDF-1.4\n';
	const offsets = objects.map((object, at) => {
		const offset = file.length;
		file += `${at + 1} 0 obj\n${object}\nendobj\n`;
		return String(offset).padStart(10, '0');
	});
	const start = file.length;
	file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${offset} 00000 n \n`).join('')}`;
	file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
	return Buffer.from(file, 'latin1');
}
