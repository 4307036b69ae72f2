/**
 * Leaves a first Ctrl-C to the process that started the run: it stops the run, and this one still has to clean up. A second ends this
 * process, and so does the death of its parent. To be called in each process of Jest, as often as one likes.
 */
export function leaveSignalsToTheRun(): void {
  if (!process.listeners('SIGINT').includes(onInterrupt)) process.on('SIGINT', onInterrupt);
  if (!process.listeners('disconnect').includes(end)) process.on('disconnect', end);
}

/** Lets this process end when it has nothing more to do: as long as it listens for the death of its parent it cannot. */
export function mayEnd(): void {
  process.off('disconnect', end);
}

// The next one finds a listener that ends the process.
function onInterrupt(): void {
  process.on('SIGINT', end);
}

function end(): void {
  process.exit(130);
}
