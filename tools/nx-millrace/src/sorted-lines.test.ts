import test from 'ava';
import {withLine} from './sorted-lines.ts';

const path = /^export .* from '(.*)';$/;

test('puts a line in its place among its kind, by what the key captures', (t) => {
	const text = "// Stages.\nexport {z} from './a.ts';\nexport {a} from './c.ts';\n\n// The end.\n";
	const [b, d] = ["export {m} from './b.ts';", "export {m} from './d.ts';"];
	t.is(withLine(text, b, path), text.replace("export {a} from './c.ts';", `${b}\n$&`));
	t.is(withLine(text, d, path), text.replace("export {a} from './c.ts';", `$&\n${d}`));
});

test('orders by several captures, the first before the others', (t) => {
	const text = "\t{family: 'a', stage: z},\n\t{family: 'c', stage: a},\n";
	t.is(
		withLine(text, "\t{family: 'b', stage: m},", /family: '(\w+)', stage: (\w+)/),
		"\t{family: 'a', stage: z},\n\t{family: 'b', stage: m},\n\t{family: 'c', stage: a},\n",
	);
});

test('says which line it looked for', (t) => {
	t.throws(() => withLine('// Nothing.\n', "export {m} from './b.ts';", path), {
		message: /expected a line such as "export \{m\}/,
	});
});
