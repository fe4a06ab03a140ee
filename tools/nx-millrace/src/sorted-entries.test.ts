import test from 'ava';
import {withEntry} from './sorted-entries.ts';

const exported = /^export \{[^}]*\} from '(.*)';$/gm;

test('puts an entry in its place among its kind, by what is captured', (t) => {
	const text =
		"// Stages.\nexport {z} from './a.ts';\nexport {\n\ta,\n\tb,\n} from './c.ts';\n\n// The end.\n";
	const [b, d] = ["export {m} from './b.ts';", "export {m} from './d.ts';"];
	t.is(withEntry(text, b, exported), text.replace('export {\n', `${b}\n$&`));
	t.is(withEntry(text, d, exported), text.replace("} from './c.ts';", `$&\n${d}`));
});

test('orders by several captures, the first before the others', (t) => {
	const text = "\t{family: 'a', stage: z},\n\t{family: 'c', stage: a},\n";
	t.is(
		withEntry(text, "\t{family: 'b', stage: m},", /^\t\{family: '(\w+)', stage: (\w+)\},$/gm),
		"\t{family: 'a', stage: z},\n\t{family: 'b', stage: m},\n\t{family: 'c', stage: a},\n",
	);
});

test('says which entry it looked for', (t) => {
	t.throws(() => withEntry('// Nothing.\n', "export {m} from './b.ts';", exported), {
		message: /expected an entry such as "export \{m\}/,
	});
});
