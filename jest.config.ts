/** @jest-config-loader esbuild-register */
// Jest loads reporters without a transform; this lets it load ours, which are TypeScript.
import './runner/check-node.cjs';
import 'tsx/cjs';
import { currentRun } from './config/run';
import { jestConfig } from './runner/jest/config';

/** The suite, for `npx jest` and for editors; `npm test` gives Jest the same, a tenant, and renders the reports afterwards. */
export default jestConfig(currentRun());
