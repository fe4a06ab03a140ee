import test from 'ava';
import {int64, utf8} from '@millrace/core';
import {jsonParser, jsonSampleFaults, sampleObjects, type JsonFormat} from './json-parser.ts';

/** What a format makes of a record, or why it cannot. */
function parse(format: JsonFormat, record: string): unknown[] | string {
	const bytes = Buffer.from(record);
	const values: unknown[] = [];
	const fault = jsonParser(format, {path: 'a', header: undefined, bytes})(0, bytes.length, values);
	return fault ?? values;
}

const sampleOf = (records: readonly string[]) => {
	const bytes = Buffer.from(records.join(''));
	const ends = records.map((_, index) => Buffer.byteLength(records.slice(0, index + 1).join('')));
	return {bytes, header: undefined, starts: [0, ...ends.slice(0, -1)], ends};
};

const format: JsonFormat = {
	columns: {id: utf8, n: int64},
	extra: 'carry',
	fields: ['turns'],
	read: ({turns}, strict) => (Array.isArray(turns) ? [turns.length, strict] : 'expected turns'),
};

test('declared fields come first, then what the format makes, then the others', (t) => {
	t.deepEqual(parse(format, '{"id": "a", "n": 12345678901234567, "turns": [1], "b": 2, "a": 1}'), [
		'a',
		12345678901234567n,
		1,
		false,
		'{"a":1,"b":2}',
	]);
	t.deepEqual(parse(format, String.raw`{"id": "\ud83d\ude00", "n": 1, "turns": []}`), [
		'😀',
		1n,
		0,
		true,
		null,
	]);
});

test('says what is wrong with a record', (t) => {
	t.is(parse(format, '{"id": "a", "n": 1}'), 'expected turns');
	t.regex(String(parse(format, '{"id": 1, "n": 1, "turns": []}')), /^column id: /);
	t.is(parse(format, '[]'), 'expected a JSON object, found another JSON value');
	t.is(parse(format, '{'), 'expected a JSON object, found text that is not JSON');
	t.regex(
		String(parse(format, String.raw`{"id": "\ud800", "n": 1, "turns": []}`)),
		/^column id: the text holds a lone surrogate$/,
	);
});

test('fields that the format reads are nothing extra', (t) => {
	const refuse: JsonFormat = {...format, extra: 'refuse'};
	t.deepEqual(parse(refuse, '{"id": "a", "n": 1, "turns": []}'), ['a', 1n, 0, false]);
	t.throws(() => parse(refuse, '{"id": "a", "n": 1, "turns": [], "z": 1}'), {
		code: 'schema',
		message: /: z;/,
	});
	const sample = sampleOf(['{"id": "a", "n": 1, "turns": []}', '{"z": 1}', 'what']);
	t.deepEqual(jsonSampleFaults({...format, extra: 'drop'}, sample), []);
	t.regex(jsonSampleFaults(refuse, sample).join(), /nobody asked for: z;/);
	t.is(sampleObjects(sample).length, 2);
});
