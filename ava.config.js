export default {
	extensions: {ts: 'module'},
	files: ['**/*.test.ts', '!**/node_modules/**', '!**/dist/**', '!**/.venv/**'],
	timeout: '5m',
	workerThreads: false,
};
