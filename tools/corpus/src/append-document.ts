import {appendText, reserve, type Bytes} from './bytes.ts';
import type {Format} from './corpus-options.ts';
import type {Fields} from './fields.ts';

/** Appends one document, its line ending included. */
export type AppendDocument = (into: Bytes, fields: Fields, text: Bytes, ending: string) => void;

/** What a file of the format begins with, and how its documents are written. */
export function documentFormat(format: Format): {readonly header: string; readonly append: AppendDocument} {
	if (format === 'csv') return {header: 'id,text,source,group,n,score,note,tags\n', append: appendCsv};
	if (format === 'md') return {header: '', append: appendMarkdown};
	return {header: '', append: appendJson};
}

const appendJson: AppendDocument = (into, fields, text, ending) => {
	const {id, source, group, n, score, note, tags} = fields;
	const before = JSON.stringify({id, source, group, n, score, note, tags});
	appendText(into, `${before.slice(0, -1)},"text":"`);
	reserve(into, text.length * 2);
	const {data} = into;
	let {length} = into;
	for (let index = 0; index < text.length; index++) {
		const byte = text.data[index] ?? 0;
		if (byte === 0x0a) {
			data[length++] = 0x5c;
			data[length++] = 0x6e;
			continue;
		}
		if (byte === 0x22) data[length++] = 0x5c;
		data[length++] = byte;
	}
	into.length = length;
	appendText(into, `"}${ending}`);
};

const appendCsv: AppendDocument = (into, fields, text, ending) => {
	const {id, source, group, n, score, note, tags} = fields;
	appendText(into, `${id},"`);
	reserve(into, text.length * 2);
	for (let index = 0; index < text.length; index++) {
		const byte = text.data[index] ?? 0;
		if (byte === 0x22) into.data[into.length++] = byte;
		into.data[into.length++] = byte;
	}
	appendText(into, `",${source},${group},${n},${score},${note ?? ''},${tags.join(' ')}${ending}`);
};

const appendMarkdown: AppendDocument = (into, {id, source, group}, text, ending) => {
	appendText(into, `## ${id} ${source} ${group}${ending}${ending}`);
	reserve(into, text.length);
	into.data.set(text.data.subarray(0, text.length), into.length);
	into.length += text.length;
	appendText(into, ending + ending);
};
