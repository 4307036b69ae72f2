import { plantedText } from './planted';

describe('a suite whose process ends', () => {
  it('exits after it has printed', () => {
    console.log(plantedText());
    process.stdout.write(plantedText());
    process.exit(3);
  });
});
