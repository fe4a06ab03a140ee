import {int32, list, utf8, type Column, type Columns} from '@millrace/core';
import type {Placeholder} from './placeholder.ts';
import {promptTemplate, type PromptTemplate} from './prompt-template.ts';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
declare const anyText: string;
declare const anyColumns: Columns;

export const placeholders: [
	Same<Placeholder<'no column'>, never>,
	Same<Placeholder<'{a} and {b}{a}'>, 'a' | 'b'>,
	Same<Placeholder<'{{"a": 1}} {b} }}{{'>, 'b'>,
	Same<Placeholder<'{{{a}}} {{{{b}}}}'>, 'a'>,
	Same<Placeholder<'one {'>, never>,
	Same<Placeholder<string>, never>,
] = [true, true, true, true, true, true];

// The columns are those that the text names, and no others.
declare function needs<Needs extends Columns>(): <Found extends Columns>(
	template: PromptTemplate<Found>,
	same: Same<Needs, Found> extends true ? 'same' : never,
) => void;
type Text = Column<string>;

needs<{readonly body: Text; readonly label: Text}>()(
	promptTemplate({system: 'Sort.', user: '{body}', assistant: '{label}'}),
	'same',
);
needs<{readonly body: Text; readonly label: Text; readonly more: Text}>()(
	promptTemplate([
		{role: 'user', content: '{body}'},
		{role: 'assistant', content: '{label}'},
		{role: 'user', content: '{more}'},
	]),
	'same',
);
needs<{readonly body: Text; readonly stars: Column<number>; readonly tags: Column<readonly string[]>}>()(
	promptTemplate({user: '{body} {stars} {tags}'}, {columns: {stars: int32}, join: {tags: ', '}}),
	'same',
);
needs<{readonly ids: Column<readonly number[]>}>()(
	promptTemplate({user: '{ids}'}, {columns: {ids: list(int32)}, join: {ids: ', '}}),
	'same',
);
// Text that the compiler cannot see needs what is declared for it.
needs<{readonly body: Text}>()(promptTemplate({user: anyText}, {columns: {body: utf8}}), 'same');
needs<{}>()(promptTemplate({user: anyText}), 'same');
// It does not hide what stands beside it.
needs<{readonly body: Text; readonly label: Text; readonly more: Text}>()(
	promptTemplate({system: anyText, user: `${anyText}: {body}{more}`, assistant: '{label}'}),
	'same',
);
needs<{readonly body: Text; readonly label: Text}>()(
	promptTemplate([
		{role: 'system', content: ['a', 'b'].join()},
		{role: 'user', content: `{body} of ${anyText}`},
		{role: 'assistant', content: '{label}'},
	]),
	'same',
);

// @ts-expect-error TS2741: no user turn
promptTemplate({system: '{a}'});
// @ts-expect-error TS2322: no such turn
promptTemplate({user: '{a}', assistent: '{b}'});
// @ts-expect-error TS2322: no such role
promptTemplate([{role: 'human', content: '{a}'}]);
// @ts-expect-error TS2353: unknown option
promptTemplate({user: '{a}'}, {joiner: {a: ','}});
promptTemplate({user: anyText}, {columns: anyColumns});
