import type {Random} from '@millrace/core';
import {documentFormat} from './append-document.ts';
import {appendText, emptyBytes, type Bytes} from './bytes.ts';
import type {CorpusPlan} from './corpus-options.ts';
import {corpusChoices, planDocument, type Choices, type DocumentPlan} from './document-plan.ts';
import {chooseFields} from './fields.ts';
import {appendMojibake} from './mojibake.ts';
import {scripts} from './scripts.ts';
import {noCounts, type Counts} from './truth.ts';
import {vocabulary, type Vocabulary} from './vocabulary.ts';
import {writeText} from './write-text.ts';

const blockBytes = 1 << 20;

/** One writing system with the words of this corpus. */
export interface Language {
	readonly script: string;
	/** Documents out of 1,000 up to and with this one. */
	readonly upTo: number;
	readonly words: Vocabulary;
}

/** The vocabularies of a corpus; made once, they serve all its files. */
export function corpusLanguages(seed: number): readonly Language[] {
	let upTo = 0;
	return scripts.map((script) => ({
		script: script.name,
		upTo: (upTo += script.share),
		words: vocabulary(script, seed),
	}));
}

/**
 * Yields the bytes of one file, before compression, in blocks of about 1 MiB, and returns what was planted. A file does
 * not depend on the others; but for its end and the long texts near it, it is the beginning of the same file at a larger size.
 */
export function* fileBlocks(
	plan: CorpusPlan,
	languages: readonly Language[],
	file: number,
): Generator<Uint8Array, Counts> {
	const counts = noCounts();
	const choices = corpusChoices(plan.seed);
	const format = plan.formats[file % plan.formats.length] ?? 'jsonl';
	const {header, append} = documentFormat(format);
	const target =
		Math.floor((plan.bytes * (file + 1)) / plan.files) - Math.floor((plan.bytes * file) / plan.files);
	const text = emptyBytes(16_384);
	const scratch = emptyBytes(16_384);
	let block = emptyBytes(blockBytes + (blockBytes >> 2));
	appendText(block, header);
	for (let document = 0; counts.bytes + block.length < target; document++) {
		const place = {file, document};
		const left = target - counts.bytes - block.length;
		const planned = planDocument(plan, choices, place);
		const long = planned.kind === 'long' && left > plan.longBytes * 1.1;
		const language = writePlanned(
			text,
			scratch,
			planned,
			choices,
			languages,
			long ? plan.longBytes : undefined,
		);
		const choice = choices(place, 'fields');
		const fields = chooseFields(plan, place, choice, language.words);
		const crlf = choice.float() < plan.crlf;
		append(block, fields, text, crlf ? '\r\n' : '\n');
		counts.documents++;
		counts.groups[fields.groupNumber] = (counts.groups[fields.groupNumber] ?? 0) + 1;
		if (planned.kind === 'exact' || planned.kind === 'near') counts[planned.kind]++;
		if (planned.mojibake) counts.mojibake++;
		else counts.scripts.set(language.script, (counts.scripts.get(language.script) ?? 0) + 1);
		if (long) counts.long++;
		if (crlf) counts.crlf++;
		if (fields.note === null) counts.nulls++;
		if (block.length < blockBytes) continue;
		counts.bytes += block.length;
		yield block.data.subarray(0, block.length);
		block = emptyBytes(blockBytes + (blockBytes >> 2));
	}
	counts.bytes += block.length;
	if (block.length > 0) yield block.data.subarray(0, block.length);
	return counts;
}

/** Writes the text of a planned document over `text` and says in which language it is. */
function writePlanned(
	text: Bytes,
	scratch: Bytes,
	{origin, change, mojibake}: DocumentPlan,
	choices: Choices,
	languages: readonly Language[],
	long: number | undefined,
): Language {
	const choice = choices(origin, 'text');
	const drawn = choice.int(1000);
	const language = languages.find(({upTo}) => drawn < upTo);
	if (!language)
		throw new RangeError(
			`corpus: expected shares of scripts that add up to 1,000, found none for ${drawn}; mend scripts.ts.`,
		);
	const target = textBytes(choice);
	text.length = 0;
	scratch.length = 0;
	writeText(
		mojibake ? scratch : text,
		language.words,
		long ?? target,
		choice,
		change && choices(change, 'change'),
	);
	if (mojibake) appendMojibake(text, scratch);
	return language;
}

/** Log-normal with median 1,100, cut to 200 to 5,000 bytes; by Box and Muller 1958 (doi 10.1214/aoms/1177706645). */
function textBytes(choice: Random): number {
	const normal = Math.sqrt(-2 * Math.log(1 - choice.float())) * Math.cos(2 * Math.PI * choice.float());
	return Math.floor(Math.min(5000, Math.max(200, 1100 * Math.exp(0.75 * normal))));
}
