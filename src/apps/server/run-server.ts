import { CodedError } from '../../kernel/errors.ts'
import { type Catalogues, describeError, LOCALES } from '../../platform/i18n/index.ts'
import { EXIT_UNEXPECTED, exitCodeOf } from '../exit-code.ts'
import { readSettings } from '../installation/settings.ts'
import { progressOn } from './progress.ts'
import { startServer } from './start-server.ts'

/** All is stopped within 5 seconds beside what the settings give; the embedded server has its share of them. */
const STOP_WITHIN_MS = 2800

/** A signal that comes twice at once is one: the shell and npm both pass Ctrl-C on. */
const SECOND_SIGNAL_AFTER_MS = 500

/**
 * Runs the server until SIGINT, SIGTERM, SIGHUP or an error that nobody caught, then stops everything that
 * was started, whatever stage the start had reached, and ends the process: 0 after a signal, otherwise non-zero. A
 * second signal ends it at once.
 */
export function runServer(catalogues: Catalogues, env: NodeJS.ProcessEnv = process.env): void {
  const cleanup = new AsyncDisposableStack()
  const progress = progressOn((text) => process.stdout.write(text), catalogues)
  const stopping = new AbortController()
  let settingsMs = 2000
  let stoppingSince = 0

  async function stop(exitCode: number): Promise<void> {
    if (stopping.signal.aborted) return
    stopping.abort()
    stoppingSince = performance.now()
    const limitMs = STOP_WITHIN_MS + settingsMs
    const watchdog = setTimeout(() => process.exit(exitCode || EXIT_UNEXPECTED), limitMs)
    progress.step('server.stopping')
    try {
      await starting.catch(() => {})
      await cleanup.disposeAsync()
      progress.step('server.stopped')
    } catch (error) {
      tell(error)
      process.exitCode = exitCode || EXIT_UNEXPECTED
    }
    clearTimeout(watchdog)
    // The command line may have set 0 meanwhile: it has nothing more to do once we run.
    process.exit(exitCode || Number(process.exitCode ?? 0))
  }

  function tell(error: unknown): void {
    for (const sentence of sentences(catalogues, error)) process.stderr.write(`${sentence}\n`)
  }

  function fail(error: unknown): void {
    if (stopping.signal.aborted) return
    tell(error)
    void stop(error instanceof CodedError ? exitCodeOf(error.kind) : EXIT_UNEXPECTED)
  }

  function signalled(): void {
    if (stopping.signal.aborted && performance.now() - stoppingSince > SECOND_SIGNAL_AFTER_MS)
      process.exit(EXIT_UNEXPECTED)
    void stop(0)
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, signalled)
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  const starting = Promise.resolve().then(() => {
    const { signal } = stopping
    const settings = readSettings(env)
    settingsMs = (settings.drainMs ?? 0) + (settings.finishMs ?? 2000)
    return startServer({ settings, progress, cleanup, signal })
  })
  starting.catch(fail)
}

/** A coded error in both languages; anything else with its stack, for whoever must mend it. */
function sentences(catalogues: Catalogues, error: unknown): string[] {
  if (error instanceof CodedError) {
    return LOCALES.map((locale) => describeError(catalogues, error, locale).detail)
  }
  return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
}
