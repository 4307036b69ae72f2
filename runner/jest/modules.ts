import { createRequire } from 'node:module';
import 'tsx/cjs';
import { root } from '../../config/root';

const ofNode = createRequire(__filename);

/** Loads a module outside of every sandbox, once; see `transform.cjs`. */
export const load = (path: string): unknown => ofNode(path) as unknown;

/** Has every module of ours loaded anew: where Jest waits for changes, one process outlives them. */
export function forgetModules(): void {
  for (const path of Object.keys(ofNode.cache))
    if (path.startsWith(root) && !path.includes('node_modules')) Reflect.deleteProperty(ofNode.cache, path);
}
