import { attachment } from 'allure-js-commons';
import { plantedText } from './planted';

describe('a suite whose process is killed', () => {
  it('attaches', async () => {
    await attachment('all', plantedText(), 'text/plain');
    throw new Error(plantedText());
  });

  it('is killed after it has printed', async () => {
    process.stderr.write(plantedText());
    process.kill(process.pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 2000));
  });
});
