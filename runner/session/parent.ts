/**
 * Calls `orphaned` once the process that started this one is gone, for a parent that is killed cannot say so. Looked at twice a second; it keeps
 * nothing alive.
 */
export function watchParent(orphaned: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    orphaned();
  }, 500);
  timer.unref();
}
