import {styleText} from 'node:util';

/** How something is meant; a terminal shows it by colour. */
export type Tone = 'plain' | 'strong' | 'quiet' | 'good' | 'warn' | 'bad' | 'accent';

export type Paint = (tone: Tone, text: string) => string;

/** Paints for a stream: in colour on a terminal, unless NO_COLOR or FORCE_COLOR say otherwise. */
export function painter(stream: NodeJS.WritableStream): Paint {
	return (tone, text) => (tone === 'plain' || text === '' ? text : styleText(styles[tone], text, {stream}));
}

/** Paints nothing. */
export const unpainted: Paint = (_, text) => text;

const styles = {
	strong: 'bold',
	quiet: 'dim',
	good: 'green',
	warn: 'yellow',
	bad: 'red',
	accent: 'cyan',
} as const;
