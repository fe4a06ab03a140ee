import test from 'ava';
import {captured} from '../../fixtures/harness.ts';
import {program} from './program.ts';

const root = program(captured(), () => undefined);

test('every command says what it does and has examples', (t) => {
	for (const command of root.commands) {
		t.regex(command.description(), /^[A-Z].*\.$/, command.name());
		let help = '';
		command.configureOutput({writeOut: (text) => (help += text)}).outputHelp();
		t.regex(help, new RegExp(`\\nExamples:\\n  \\$ millrace ${command.name()}`));
	}
});

test('options that mean the same are called the same everywhere', (t) => {
	const flags = new Map<string, Set<string>>();
	for (const {long, flags: written} of root.commands.flatMap(({options}) => options)) {
		flags.set(long ?? '', (flags.get(long ?? '') ?? new Set()).add(written));
	}
	for (const [long, written] of flags) t.is(written.size, 1, long);
});
