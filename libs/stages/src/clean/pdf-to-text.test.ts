import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {pdfToText} from './pdf-to-text.ts';

/** A PDF of one page, whose references pdf.js finds by reading the file through. */
const pdf = (text: string): Buffer => {
	const content = `BT /F1 12 Tf 72 700 Td (${text}) Tj ET`;
	return Buffer.from(
		`%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [4 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n4 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>\nendobj\n5 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`,
	);
};

testStage(test, 'pdf-to-text', {
	stage: () => pdfToText(),
	rows: [
		{body: pdf('Rain fell.')},
		{body: pdf('')},
		{body: Buffer.from('no PDF')},
		{body: pdf('Snow fell.')},
	],
});

test('adds the text, drops what has none and quarantines what cannot be read', async (t) => {
	const {rows, drops, quarantines} = await runStage(pdfToText(), [
		{body: pdf('Rain fell.')},
		{body: pdf('')},
		{body: Buffer.from('x')},
	]);
	t.like(rows[0]?.row, {text: 'Rain fell.', pages: 1, title: null, author: null});
	t.deepEqual(
		drops.map(({row, reason}) => [row, reason]),
		[[1, 'no-text']],
	);
	t.regex(quarantines[0]?.error ?? '', /^expected a PDF, found a file without its sign/);
});
