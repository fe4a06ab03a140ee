export {layers, testLayers} from './layers.ts';
