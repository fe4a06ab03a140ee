export {ablate, type AblateOptions, type Ablation, type VariedExample} from './ablation/ablate.ts';
export {pairedInterval} from './ablation/paired-interval.ts';
export type {
	Classifier,
	ClassifierTraining,
	Example,
	LabelFeature,
	Prediction,
} from './classifier/classifier.ts';
export {crossPredict, type CrossPrediction} from './classifier/cross-predict.ts';
export {evaluate} from './classifier/evaluate.ts';
export type {Evaluation, LabelEvaluation} from './classifier/evaluation.ts';
export {parseClassifier, serializeClassifier} from './classifier/saved-classifier.ts';
export {trainClassifier, type TrainClassifierOptions} from './classifier/train-classifier.ts';
export {wilsonInterval} from './classifier/wilson-interval.ts';
export type {LanguageModel, LanguageModelTraining, TextScore} from './language-model/language-model.ts';
export {parseLanguageModel, serializeLanguageModel} from './language-model/saved-language-model.ts';
export {trainLanguageModel, type TrainLanguageModelOptions} from './language-model/train-language-model.ts';
