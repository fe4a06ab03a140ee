import {pipeline, type Pipeline, type Reader} from '@millrace/core';
import {redact} from './redact.ts';

declare const mails: Reader<{readonly subject: string; readonly body: string; readonly stars: number}>;
declare const chats: Reader<{
	readonly messages: readonly {readonly role: string; readonly content: string}[];
}>;

export const several: Pipeline<{
	readonly subject: string;
	readonly body: string;
	readonly found: readonly {readonly column: string; readonly type: string; readonly start: number}[];
	readonly personal_count: number;
}> = pipeline('mails', mails).pipe(redact({of: ['subject', 'body'], columns: {personal: 'found'}}));

export const turns: Pipeline<{
	readonly messages: readonly {readonly role: string; readonly content: string}[];
	readonly personal: readonly {readonly message: number; readonly recogniser: string; readonly end: number}[];
	readonly personal_types: string;
}> = pipeline('chats', chats).pipe(redact({messages: true}));

// @ts-expect-error there is no column text
pipeline('mails', mails).pipe(redact());
// @ts-expect-error stars is no text
pipeline('mails', mails).pipe(redact({of: ['stars']}));
// @ts-expect-error there is no such type
pipeline('mails', mails).pipe(redact({of: ['body'], actions: {phones: 'mask'}}));
// @ts-expect-error there is no such action
pipeline('mails', mails).pipe(redact({of: ['body'], actions: {phone: 'hide'}}));
