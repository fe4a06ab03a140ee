import {fieldsOf} from '../subword/json-fields.ts';
import {pythonStrings} from './python-strings.ts';

/**
 * Replaces, within a syntax tree that was just parsed, the string methods and filters in which the Jinja library differs
 * from Python (`.strip('\n')` ignores its argument, white space and lengths are JavaScript's) by calls of `pythonStrings`.
 */
export function usePythonStrings(node: unknown): unknown {
	if (node instanceof Map)
		return new Map([...node].map(([key, value]) => [usePythonStrings(key), usePythonStrings(value)]));
	if (Array.isArray(node)) return node.map(usePythonStrings);
	if (typeof node !== 'object' || node === null) return node;
	for (const [key, child] of Object.entries(node))
		if (typeof child === 'object') Reflect.set(node, key, usePythonStrings(child));
	return methodCall(fieldsOf(node)) ?? filterCall(fieldsOf(node)) ?? node;
}

type Fields = ReadonlyMap<string, unknown>;

/** `text.strip(...)` */
function methodCall(fields: Fields): object | undefined {
	const callee = fieldsOf(fields.get('callee'));
	if (fields.get('type') !== 'CallExpression' || callee.get('type') !== 'MemberExpression') return undefined;
	if (callee.get('computed') === true) return undefined;
	return call(nameOf(callee.get('property')), callee.get('object'), fields.get('args'));
}

/** `text | trim` and `text | trim('x')` */
function filterCall(fields: Fields): object | undefined {
	if (fields.get('type') !== 'FilterExpression') return undefined;
	const filter = fieldsOf(fields.get('filter'));
	const applied = filter.get('type') === 'CallExpression';
	const name = applied ? nameOf(filter.get('callee')) : nameOf(fields.get('filter'));
	if (name !== 'trim' && name !== 'length' && name !== 'count') return undefined;
	return call(name === 'count' ? 'length' : name, fields.get('operand'), applied ? filter.get('args') : []);
}

function call(name: string, operand: unknown, args: unknown): object | undefined {
	const known = `python.${name}`;
	if (!Object.hasOwn(pythonStrings, known) || !Array.isArray(args)) return undefined;
	const given: readonly unknown[] = args;
	const positional = given.every((node) => !/^(Keyword|Spread)/.test(String(fieldsOf(node).get('type'))));
	if (!positional) return undefined;
	return {type: 'CallExpression', callee: {type: 'Identifier', value: known}, args: [operand, ...given]};
}

function nameOf(node: unknown): string {
	const value = fieldsOf(node).get('value');
	return typeof value === 'string' ? value : '';
}
