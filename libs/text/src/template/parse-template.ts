/** A piece of a template: text as it stands, or the column whose value stands there. */
export type TemplatePart = {readonly text: string} | {readonly column: string};

/** Template text as its parts, and what is wrong with it. */
export interface ParsedTemplate {
	readonly parts: readonly TemplatePart[];
	readonly faults: readonly string[];
}

/** Reads template text: `{name}` stands for the column `name`, `{{` and `}}` for braces; any other brace is a fault. */
export function parseTemplate(template: string): ParsedTemplate {
	const parts: TemplatePart[] = [];
	const faults: string[] = [];
	let text = '';
	let at = 0;
	for (const {0: found, index, groups = {}} of template.matchAll(BRACES)) {
		text += template.slice(at, index);
		at = index + found.length;
		const {name} = groups;
		if (found === '{{' || found === '}}') text += found.charAt(0);
		else if (name === undefined || !NAME.test(name)) faults.push(faultOf(template, found, index));
		else {
			if (text !== '') parts.push({text});
			parts.push({column: name});
			text = '';
		}
	}
	text += template.slice(at);
	if (text !== '') parts.push({text});
	return {parts, faults};
}

/** In this order the compiler reads them too: `{{{name}}}` is a brace, a column and a brace. */
const BRACES = /\{\{|\{(?<name>[^{}]*)\}|\}\}|[{}]/g;

const NAME = /^[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M} ._/-]*[\p{L}\p{N}\p{M}_])?$/u;

function faultOf(template: string, found: string, index: number): string {
	const line = template.slice(0, index).split('\n').length;
	if (found.length > 1) {
		const shown = found.length > 40 ? `${found.slice(0, 40)}…` : found;
		return `${JSON.stringify(shown)} on line ${line}, which names no column; write {{ and }} for braces`;
	}
	return `a "${found}" without its other half on line ${line}, before ${JSON.stringify(template.slice(index + 1, index + 21))}`;
}
