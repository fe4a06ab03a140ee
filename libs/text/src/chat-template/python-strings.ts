/** Functions of Python strings where JavaScript's differ, by the names under which templates call them after `usePythonStrings`. */
export const pythonStrings = {
	'python.strip': (text: unknown, characters?: unknown) =>
		strippedEnd(strippedStart(demanded(text), characters), characters),
	'python.lstrip': (text: unknown, characters?: unknown) => strippedStart(demanded(text), characters),
	'python.rstrip': (text: unknown, characters?: unknown) => strippedEnd(demanded(text), characters),
	'python.capitalize': (text: unknown) => {
		const [first = '', ...rest] = demanded(text);
		return first.toUpperCase() + rest.join('').toLowerCase();
	},
	'python.split': (text: unknown, separator?: unknown, most: unknown = -1) =>
		split(demanded(text), separator, typeof most === 'number' ? most : -1),
	'python.trim': (text: unknown, characters?: unknown) =>
		text === undefined ? '' : strippedEnd(strippedStart(shown(text), characters), characters),
	'python.length': (value: unknown) => {
		if (typeof value === 'string') return Array.from(value).length;
		if (Array.isArray(value)) return value.length;
		if (value instanceof Map) return value.size;
		if (value === undefined) return 0;
		throw new Error(`length: expected text or a list, found ${shown(value)}`);
	},
};

/** What Python takes for white space: U+001C to U+001F and U+0085 but not the byte order mark. */
const space = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const word = new RegExp(`[^${space}]+`, 'gu');
const [spaces, notSpace] = [new RegExp(`^[${space}]+`, 'u'), new RegExp(`[^${space}]`, 'u')];

function strippedStart(text: string, characters: unknown): string {
	if (typeof characters !== 'string') return text.replace(spaces, '');
	const stripped = new Set(characters);
	const points = Array.from(text);
	const start = points.findIndex((point) => !stripped.has(point));
	return start < 0 ? '' : points.slice(start).join('');
}

function strippedEnd(text: string, characters: unknown): string {
	const stripped = typeof characters === 'string' ? new Set(characters) : undefined;
	const kept = (point: string): boolean => (stripped ? !stripped.has(point) : notSpace.test(point));
	let end = text.length;
	while (end > 0) {
		const point = text.codePointAt(end - 2) ?? 0;
		const last = end > 1 && point > 0xffff ? text.slice(end - 2, end) : text.slice(end - 1, end);
		if (kept(last)) break;
		end -= last.length;
	}
	return text.slice(0, end);
}

function split(text: string, separator: unknown, most: number): readonly string[] {
	if (typeof separator === 'string') {
		if (separator === '') throw new Error('split: empty separator');
		const parts = text.split(separator);
		return most < 0 || parts.length <= most + 1
			? parts
			: [...parts.slice(0, most), parts.slice(most).join(separator)];
	}
	const parts: string[] = [];
	for (const {0: part, index} of text.matchAll(word)) {
		if (most >= 0 && parts.length >= most) return [...parts, strippedEnd(text.slice(index), undefined)];
		parts.push(part);
	}
	return parts;
}

function demanded(text: unknown): string {
	if (typeof text === 'string') return text;
	throw new Error(`expected text, found ${shown(text)}`);
}

const shown = (value: unknown): string =>
	value === null
		? 'None'
		: typeof value === 'string'
			? value
			: value === undefined
				? 'undefined'
				: JSON.stringify(value);
