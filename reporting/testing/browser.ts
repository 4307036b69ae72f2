import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { environment } from '../../config/environment';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where a Chromium is: what CHROME_PATH names, or where systems keep it; undefined where there is none. */
export function chromiumPath(): string | undefined {
  return [environment().CHROME_PATH, ...places].find((path) => path !== undefined && existsSync(path));
}

/** Starts it without a window; it asks nobody for anything. */
export function openBrowser(executablePath: string): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet],
  });
}
