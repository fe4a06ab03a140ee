export type {Bench, Measurement} from './bench.ts';
export {measurements} from './measurements.ts';
export {markdownReport, type Report} from './report.ts';
export type {Aim, Row, Section} from './section.ts';
