// Its own declarations import without extensions, which NodeNext does not resolve.
declare module '@huggingface/jinja' {
	export interface Program {
		readonly type: string;
	}

	export interface Token {
		readonly type: string;
	}

	export function tokenize(
		source: string,
		options?: {readonly lstrip_blocks?: boolean; readonly trim_blocks?: boolean},
	): Token[];

	export function parse(tokens: Token[]): Program;

	export class Environment {
		set(name: string, value: unknown): unknown;
	}

	export class Interpreter {
		constructor(environment: Environment);
		run(program: Program): {readonly value: unknown};
	}
}
