export {pythonTest} from './python-test.ts';
