import { root } from '../../config/root';
import { startJest } from './jest-process';

/** A Jest that begins to load when this is imported. */
export const jest = startJest(root);
