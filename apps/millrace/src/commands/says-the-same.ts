import {canonicalJson} from '@millrace/core';
import type {Report, ReportSettings} from '@millrace/report';

/** Whether a report that was made looks at the columns that are wanted now, and counts with the prices of now. */
export const saysTheSame = (
	{roles, augmentation}: Pick<Report, 'roles' | 'augmentation'>,
	wanted: Report['roles'],
	prices: ReportSettings['prices'],
): boolean =>
	canonicalJson({...roles}) === canonicalJson({...wanted}) &&
	(!augmentation?.cost || canonicalJson({...augmentation.cost.prices}) === canonicalJson({...prices}));
