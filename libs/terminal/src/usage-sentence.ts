import {visible} from './visible.ts';

/** Commander's message as a sentence that says where to look: `unknown option '--limi', did you mean --limit? See …`. */
export function usageSentence(program: string, message: string, command: string | undefined): string {
	const [first = '', meant] = message
		.replace(/^error: /, '')
		.trim()
		.split('\n');
	const [, suggestion] = /^\(Did you mean (.+)\?\)$/.exec(meant ?? '') ?? [];
	const said = visible(first).replace(/\.$/, '');
	const help = `${program} ${command === undefined ? '' : `${command} `}--help`;
	return suggestion === undefined
		? `${said}; see ${help}.`
		: `${said}, did you mean ${suggestion}? See ${help}.`;
}
