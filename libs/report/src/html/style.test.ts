import test from 'ava';
import {style} from './style.ts';

/** The colours of both schemes: dark ones replace light ones of the same name. */
function schemes(): readonly Readonly<Record<string, string>>[] {
	const [light, dark] = [...style.matchAll(/:root \{([^}]*--paper[^}]*)\}/g)].map(([, block = '']) =>
		Object.fromEntries<string>(
			[...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(
				([, name = '', colour = '']) => [name, colour] as const,
			),
		),
	);
	return [{...light}, {...light, ...dark}];
}

/** Source: WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a = '', b = ''): number {
	const luminance = (colour: string): number => {
		const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
			const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
			return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	};
	const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
	return (light + 0.05) / (dark + 0.05);
}

test('text has a contrast of 4.5, and what charts are made of one of 3, in both schemes', (t) => {
	for (const [index, colours] of schemes().entries()) {
		const where = index === 0 ? 'light' : 'dark';
		const check = (least: number, front: string, back: string): void => {
			const found = contrast(colours[front], colours[back]);
			t.true(found >= least, `${where}: ${front} on ${back} is ${found.toFixed(2)}`);
		};
		for (const front of ['ink', 'quiet', 'link', 'fail', 'warn', 'info', 'pass']) check(4.5, front, 'paper');
		for (const level of ['fail', 'warn', 'info', 'pass']) {
			check(4.5, 'ink', `${level}-back`);
			check(4.5, 'paper', level);
		}
		check(4.5, 'quiet', 'raised');
		for (const front of ['kept', 'was', 'lost', 's0', 's1', 's2', 's3', 's4']) check(3, front, 'paper');
	}
});

test('nothing is fetched', (t) => {
	t.notRegex(style, /url\(|@import|https?:/);
});
