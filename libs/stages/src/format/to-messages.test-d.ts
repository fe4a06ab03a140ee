import {int32, pipeline, type Pipeline, type Reader} from '@millrace/core';
import {promptTemplate, type ChatMessage} from '@millrace/text';
import {toMessages} from './to-messages.ts';

interface Ticket {
	readonly id: string;
	readonly body: string;
	readonly label: string;
	readonly note: string | null;
	readonly stars: number;
	readonly tags: readonly string[];
}
declare const reader: Reader<Ticket>;
declare const anyText: string;
const tickets = pipeline('tickets', reader);
const sort = promptTemplate({system: 'Sort.', user: '{body}', assistant: '{label}'});

type Messages = readonly Pick<ChatMessage, 'content'>[];
export const chats: Pipeline<Ticket & {readonly messages: Messages; readonly train: readonly boolean[]}> =
	tickets.pipe(toMessages(sort));
export const named: Pipeline<{readonly chat: Messages; readonly learn: readonly boolean[]}> = tickets
	.rename({body: 'text'})
	.pipe(toMessages(sort, {columns: {body: 'text', messages: 'chat', train: 'learn'}}))
	.select('chat', 'learn');
tickets.pipe(
	toMessages(promptTemplate({user: '{stars}, {tags}'}, {columns: {stars: int32}, join: {tags: ', '}})),
);
tickets.required('note').pipe(toMessages(promptTemplate({user: '{note}'})));
tickets.pipe(toMessages(promptTemplate({user: anyText})));

// @ts-expect-error TS2345: Property 'bdy' is missing
tickets.pipe(toMessages(promptTemplate({user: '{bdy}'})));
// @ts-expect-error TS2345: Property 'label' is missing: it was dropped
tickets.drop('label').pipe(toMessages(sort));
// @ts-expect-error TS2345: Property 'text' is missing: body goes by that name
tickets.pipe(toMessages(sort, {columns: {body: 'text'}}));
// @ts-expect-error TS2345: stars is a number
tickets.pipe(toMessages(promptTemplate({user: '{stars}'})));
// @ts-expect-error TS2345: tags is a list
tickets.pipe(toMessages(promptTemplate({user: '{tags}'})));
// @ts-expect-error TS2345: note may be null
tickets.pipe(toMessages(promptTemplate({user: '{note}'})));
// @ts-expect-error TS2353: no such role
toMessages(sort, {columns: {text: 'body'}});

const from = [{body: 'a', label: 'b', more: 1}];
toMessages(sort, {examples: {from, choose: {byLabel: 'more'}, sameBy: ['body']}});
toMessages(promptTemplate({user: '{body}'}), {examples: {from, template: sort}});
// @ts-expect-error TS2322: label is missing
toMessages(sort, {examples: {from: [{body: 'a'}]}});
// @ts-expect-error TS2322: the row has no such column
toMessages(promptTemplate({user: '{body}'}), {examples: {from, template: sort, sameBy: ['label']}});
// @ts-expect-error TS2345: Property 'bdy' is missing, whatever stands beside it
tickets.pipe(toMessages(promptTemplate({system: `One of ${anyText}.`, user: '{bdy}'})));
