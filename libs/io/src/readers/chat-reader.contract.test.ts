import {gzipSync, zstdCompressSync} from 'node:zlib';
import test from 'ava';
import {int32, nullable, utf8} from '@millrace/core';
import {testReader, type ReaderRow} from '@millrace/testing';
import {fromAlpaca} from './from-alpaca.ts';
import {fromOpenAiChat} from './from-open-ai-chat.ts';
import {fromShareGpt} from './from-share-gpt.ts';

const columns = {id: utf8, n: nullable(int32)};

const shareGpt = ({id, n, text}: ReaderRow): object => ({
	id,
	n,
	conversations: [{from: 'human', value: text}],
});
const openAi = ({id, n, text}: ReaderRow): object => ({id, n, messages: [{role: 'user', content: text}]});
const alpaca = ({id, n, text}: ReaderRow): object => ({id, n, instruction: `? ${text}`, output: 'yes'});

const lines = (rows: readonly object[]): Buffer =>
	Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
const oneLine = (rows: readonly object[]): Buffer =>
	Buffer.from(`[${rows.map((row) => JSON.stringify(row)).join(',')}]`);
const listed = (rows: readonly object[]): Buffer =>
	Buffer.from(`\ufeff[\r\n  ${rows.map((row) => JSON.stringify(row)).join(' ,\r\n\r\n  ')}\r\n]\r\n`);

/** The same records in other files. */
const variants = (encode: (row: ReaderRow) => object, list: string, each: string) => ({
	[`.list${list}`]: (rows: readonly ReaderRow[]) => oneLine(rows.map(encode)),
	[`.spaced${list}`]: (rows: readonly ReaderRow[]) => listed(rows.map(encode)),
	[`${list}.gz`]: (rows: readonly ReaderRow[]) => gzipSync(oneLine(rows.map(encode))),
	[`${each}.gz`]: (rows: readonly ReaderRow[]) => gzipSync(lines(rows.map(encode))),
	[`${list}.zst`]: (rows: readonly ReaderRow[]) => zstdCompressSync(listed(rows.map(encode))),
});

const asked = ({id, n, text}: ReaderRow) => ({
	id,
	n,
	messages: [{role: 'user', content: text}],
	train: [false],
	tools: null,
});

testReader(test, 'share-gpt', {
	reader: (root, options) => fromShareGpt({files: root, columns, ...options}),
	ending: '.jsonl',
	encode: (rows) => lines(rows.map(shareGpt)),
	variants: variants(shareGpt, '.json', '.jsonl'),
	expected: (_path, rows) => rows.map(asked),
});

testReader(test, 'openai-chat', {
	reader: (root, options) => fromOpenAiChat({files: root, columns, ...options}),
	ending: '.jsonl',
	encode: (rows) => lines(rows.map(openAi)),
	variants: variants(openAi, '.jsonl', '.jsonl'),
	expected: (_path, rows) => rows.map(asked),
});

testReader(test, 'alpaca', {
	reader: (root, options) => fromAlpaca({files: root, columns, ...options}),
	ending: '.json',
	encode: (rows) => (rows.length === 0 ? Buffer.alloc(0) : oneLine(rows.map(alpaca))),
	variants: variants(alpaca, '.json', '.jsonl'),
	expected: (_path, rows) =>
		rows.map(({id, n, text}) => ({
			id,
			n,
			messages: [
				{role: 'user', content: `? ${text}`},
				{role: 'assistant', content: 'yes'},
			],
			train: [false, true],
		})),
});
