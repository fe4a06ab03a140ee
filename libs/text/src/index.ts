export type {ChatBackend, ChatMessage, ChatRequest, ChatResponse} from './chat.ts';
export {frontMatterLength} from './front-matter.ts';
export {
	markdownSections,
	type CodeBlock,
	type MarkdownSection,
	type MarkdownSectionsOptions,
} from './markdown-sections.ts';
export {normalizeText, type NormalizeTextOptions} from './normalize-text.ts';
export {segmentWords} from './segment-words.ts';
export {wordTokens, type WordTokensOptions} from './word-tokens.ts';
