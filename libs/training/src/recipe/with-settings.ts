import {recipeOf, type Recipe} from './recipe.ts';

/**
 * A recipe with other settings, by dotted path: `optimizer.learningRate`. A value is JSON where the text is JSON, else the
 * text itself; setting `steps` takes `epochs` away, and the other way round. Throws as `recipe` does.
 */
export function withSettings(
	{given, module}: Recipe,
	settings: readonly {readonly option: string; readonly text: string}[],
): Recipe {
	let changed: unknown = given;
	for (const {option, text} of settings) {
		changed = assigned(changed, option.split('.'), valueOf(text));
		const other = {steps: 'epochs', epochs: 'steps'}[option];
		if (other !== undefined) changed = without(changed, other);
	}
	return recipeOf(changed, module);
}

function assigned(target: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
	if (key === undefined) return value;
	const before = typeof target === 'object' && target !== null ? target : {};
	const inner: unknown = Object.hasOwn(before, key) ? Reflect.get(before, key) : undefined;
	return {...before, [key]: assigned(inner, rest, value)};
}

const without = (target: unknown, key: string): unknown =>
	typeof target === 'object' && target !== null
		? Object.fromEntries(Object.entries(target).filter(([name]) => name !== key))
		: target;

function valueOf(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return text;
	}
}
