import { plantedText } from './planted';

throw new Error(plantedText());
