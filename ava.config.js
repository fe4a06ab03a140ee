export default {
	extensions: {ts: 'module'},
	files: ['**/*.test.ts', '!**/node_modules/**', '!**/dist/**'],
	timeout: '5m',
	workerThreads: false,
};
