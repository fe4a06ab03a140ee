export {inlineExecutor} from './inline-executor.ts';
export {threadExecutor, type ThreadOptions} from './thread-executor.ts';
