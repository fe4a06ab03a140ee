import {int32, pipeline, utf8, type Pipeline, type Reader} from '@millrace/core';
import {fromAlpaca, fromOpenAiChat, fromShareGpt, type Chat, type ToolChat} from '../index.ts';

const files = 'data';
export const plain: Reader<Chat> = fromAlpaca({files});
export const tools: Reader<ToolChat> = fromOpenAiChat({files, toolCalls: 'json'});
export const kept: Pipeline<ToolChat & {readonly id: string; readonly extra: string | null}> = pipeline(
	'chats',
	fromShareGpt({files, columns: {id: utf8}, extra: 'carry'}),
);
pipeline('chats', plain).derive('turns', int32, ({messages}) => messages.length);
// @ts-expect-error TS2339: a column that was not declared
pipeline('chats', fromAlpaca({files})).filter('none', ({id}) => id === '');
// @ts-expect-error TS2339: it has no tools
pipeline('chats', fromAlpaca({files})).filter('none', (row) => row.tools === '');
