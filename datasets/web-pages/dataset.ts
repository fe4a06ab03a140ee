import {fileURLToPath} from 'node:url';
import type {Card} from '@millrace/core';
import {fromWeb} from '@millrace/io';

/** What the pages are, and under which terms. */
export const webPagesCard = {
	title: 'A small crawl of web pages',
	description:
		'Some four hundred pages as a crawler brings them home: articles, documentation, forums and shops in several languages, copies of them on other sites, lists of links, placeholders, errors and files that are no pages. Most were written for Millrace by a language model; sites, persons and numbers are invented. The manual of libffi, the pages of the Embedded Rust Book and the Universal Declaration of Human Rights are real, under free licences.',
	licence: 'other',
	languages: ['en'],
} satisfies Card;

/** The pages: HTML files of a manual and an archive, `crawl.warc.gz`, made by `make-archive.ts`. */
export const webPages = fromWeb({files: new URL('pages/', import.meta.url)});

/** Questions that a model trained on the pages is to be asked, one JSON object a line with `question` and `answer`. */
export const webPagesEvaluation = fileURLToPath(new URL('evaluation.jsonl', import.meta.url));
