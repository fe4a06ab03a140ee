/**
 * The columns that the text of a template names, as a union: `'body' | 'label'` of `'{body} is {label}'`. Reads braces
 * as `parseTemplate` does; text that the compiler cannot see names none.
 */
export type Placeholder<Text extends string, Found extends string = never> = string extends Text
	? never
	: Text extends `${infer _Before}{${infer After}`
		? After extends `{${infer Rest}`
			? Placeholder<Rest, Found>
			: After extends `${infer Name}}${infer Rest}`
				? Placeholder<Rest, Found | Name>
				: Found
		: Found;
