export {openaiCompatible, type OpenaiCompatibleOptions} from './openai-compatible.ts';
