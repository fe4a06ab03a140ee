import {
	defineStage,
	int32,
	list,
	MillraceError,
	parseOptions,
	struct,
	utf8,
	type AnyStep,
	type Column,
	type Columns,
	type Names,
	type OptionsIn,
	type RenamedRow,
	type Step,
} from '@millrace/core';
import {redactText, type PersonalData, type Redacted} from '@millrace/text';
import {z} from 'zod';
import {redactOptions, redactTextOptions} from '../redact-options.ts';

type Given = OptionsIn<typeof redactOptions>;

/**
 * Finds personal data and secrets in a text and masks them (`[EMAIL]`). `actions` asks for other things by type:
 * `pseudonymise` puts what belongs to nobody in their place, the same for one subject under a `key`; `tag` changes
 * nothing; `drop` drops the row as `personal-data`, the number of such finds as its score; `keep` does not look. Names
 * and addresses are kept unless asked for. Adds `personal`, where each find is in the new text (code points), without
 * the find; `personal_types`, parted by commas; `personal_count`. `of` names other text columns, `messages: true` the
 * turns of chats. See docs/privacy.md.
 */
export function redact<
	const Of extends string = 'text',
	const N extends Names<TextColumns<Of> & TextFinds> = {},
>(
	options?: Given & {readonly of?: readonly Of[]; readonly messages?: false; readonly columns?: N},
): Step<RenamedRow<TextColumns<NoInfer<Of>>, N>, RenamedRow<TextColumns<NoInfer<Of>> & TextFinds, N>>;
export function redact<const N extends Names<ChatColumns & ChatFinds> = {}>(
	options: Given & {readonly messages: true; readonly columns?: N},
): Step<RenamedRow<ChatColumns, N>, RenamedRow<ChatColumns & ChatFinds, N>>;
export function redact(
	given: Given & {
		readonly of?: readonly string[];
		readonly messages?: boolean;
		readonly columns?: Names<Columns>;
	} = {},
): AnyStep {
	const {columns = {}, ...rest} = given;
	const owner = `stage ${redact.definition.name}`;
	const {of, messages, action, actions, key} = parseOptions(owner, shape, rest);
	if (!key && [action, ...Object.values(actions)].includes('pseudonymise'))
		throw new MillraceError(
			'usage',
			`${owner}: pseudonymise needs a key; give key: pseudonymKey({env: 'PSEUDONYM_KEY'}).`,
		);
	return messages ? inChats({...rest, columns}) : inTexts(of, columns)({...rest, columns});
}

type TextColumns<Of extends string> = Readonly<Record<Of, Column<string>>>;

const find = {type: utf8, recogniser: utf8, start: int32, end: int32};
const counts = {personal_types: utf8, personal_count: int32};
const textFinds = {personal: list(struct({column: utf8, ...find})), ...counts};
type TextFinds = typeof textFinds;
const chatColumns = {messages: list(struct({role: utf8, content: utf8}))};
type ChatColumns = typeof chatColumns;
const chatFinds = {personal: list(struct({message: int32, ...find})), ...counts};
type ChatFinds = typeof chatFinds;

const shape = {
	...redactOptions,
	of: z
		.array(z.string().min(1))
		.min(1)
		.readonly()
		.default(['text'])
		.meta({title: 'columns'})
		.describe('the text columns that are redacted'),
	messages: z
		.boolean()
		.default(false)
		.describe('whether the turns of the column `messages` are redacted instead'),
};

redact.definition = {
	name: 'redact',
	summary:
		'Masks, tags or pseudonymises personal data and secrets, or drops their rows, and says where what was, without showing it.',
	source: 'what each recogniser checks is in docs/privacy.md, with the standard that it follows',
	needs: {},
	options: shape,
};

/** The bound of a row that is dropped. By a rule, so that what is kept of such a row is its text without the finds. */
const rule = {reason: 'personal-data', dropIf: '>', threshold: 'most'} as const;

/** How many finds are of types that drop a row. */
function dropping(
	personal: readonly {readonly type: string}[],
	action: string,
	actions: Readonly<Record<string, string | undefined>>,
): number {
	return personal.filter(({type}) => (actions[type] ?? action) === 'drop').length;
}

const inChats = defineStage({
	...redact.definition,
	needs: chatColumns,
	adds: {...chatColumns, ...chatFinds},
	closesOver: 'options',
	map({messages: turns}, {options}) {
		const done = turns.map(({content}) => redactText(content, redactTextOptions(options)));
		const found = done.flatMap((each, message) => finds(each).map((find) => ({message, ...find})));
		return {
			...counted(found),
			messages: turns.map((turn, index) => ({...turn, content: done[index]?.text ?? turn.content})),
		};
	},
	rules: [{...rule, score: ({personal}, {action, actions}) => dropping(personal, action, actions)}],
});

function inTexts(of: readonly string[], columns: Names<Columns>) {
	const named = of.map((role) => columns[role] ?? role);
	const text: Columns = Object.fromEntries(of.map((name) => [name, utf8]));
	return defineStage({
		...redact.definition,
		needs: text,
		adds: {...text, ...textFinds},
		closesOver: 'options',
		map(row, {options}) {
			const done = of.map((name) => redactText(String(row[name]), redactTextOptions(options)));
			const found = done.flatMap((each, index) =>
				finds(each).map((find) => ({column: named[index] ?? '', ...find})),
			);
			const texts = Object.fromEntries(done.map((each, index) => [of[index] ?? '', each.text]));
			return {...texts, ...counted(found)};
		},
		rules: [
			{
				...rule,
				score: ({personal}, {action, actions}) => dropping(personal, action, actions),
			},
		],
	});
}

const finds = ({found}: Redacted): readonly PersonalData[] =>
	found.map(({type, recogniser, start, end}) => ({type, recogniser, start, end}));

function counted<Found extends PersonalData>(personal: readonly Found[]) {
	const types = [...new Set(personal.map(({type}) => type))].sort();
	return {personal, personal_types: types.join(','), personal_count: personal.length};
}
