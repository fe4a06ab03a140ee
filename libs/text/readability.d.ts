// Both packages type their documents by the library of browsers, which this project does without.
declare module 'linkedom' {
	export function parseHTML(html: string): {
		readonly document: {readonly body: {readonly textContent: string | null}};
	};
}

declare module '@mozilla/readability' {
	export class Readability {
		constructor(document: object);
		parse(): {readonly title?: string | null; readonly content?: string | null} | null;
	}
}
