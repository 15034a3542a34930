import { spawn } from 'node:child_process'

/** Stops every server under the folder, however long it takes to go, then removes the folder. */
const CLEAN_UP = `
cat >/dev/null
while pids=$(find -L "$1" -maxdepth 4 -name postmaster.pid -exec head -n 1 {} \\; 2>/dev/null) && [ -n "$pids" ]; do
  alive=
  for pid in $pids; do kill -INT "$pid" 2>/dev/null && alive=1; done
  [ -n "$alive" ] || break
  sleep 0.2
done
rm -rf "$1"`

/**
 * Looks after a temporary folder of servers: a shell waits for the end of its input, which comes when this
 * process ends in whatever way, and cleans up. An interrupted run leaves nothing behind. Call what it
 * returns once the folder is gone.
 */
export function watchOver(folder: string): () => void {
  const watcher = spawn('/bin/sh', ['-c', CLEAN_UP, 'sh', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watcher.unref()
  return () => watcher.kill('SIGKILL')
}
