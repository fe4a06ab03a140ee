export type {Cost, CostFigures, MakerCost} from './augmentation/cost-figures.ts';
export type {AugmentationFigures, MakerFigures, VariantExample} from './augmentation/augmentation-figures.ts';
export {makeReport, type MadeReport, type ReportOptions} from './make-report.ts';
export {readReport} from './read-report.ts';
export {reportPage} from './report-name.ts';
export type {Alert, AlertLevel, Report} from './report.ts';
export {
	exportedSettings,
	reportSettings,
	type ReportSettings,
	type Role,
} from './settings/report-settings.ts';
export {rolesOf} from './settings/roles.ts';
export {costSentence} from './html/cost-table.ts';
export {money} from './figures/money.ts';
