import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'

/** Ctrl-C reaches us from the terminal and again from npm; both are one wish. */
const SAME_WISH_MS = 1000

/**
 * Runs a program to its end and returns its exit code, 128 + n after a signal. SIGINT, SIGTERM and SIGHUP
 * are passed on. A `service` stands in a process group of its own, so that it hears each of them once, and
 * holds a channel to us, so that it can tell when we are gone (tools/follow-parent.mjs).
 */
export async function runToEnd(command, args, { env = process.env, cwd, service = false } = {}) {
  const stdio = service ? ['ignore', 'inherit', 'inherit', 'ipc'] : 'inherit'
  const child = spawn(command, args, { env, cwd, stdio, detached: service && process.platform !== 'win32' })
  let passedOnAt = 0
  const passOn = (signal) => {
    if (service && Date.now() - passedOnAt < SAME_WISH_MS) return
    passedOnAt = Date.now()
    // Without a group of its own the child has heard the terminal's Ctrl-C already.
    if (service || signal !== 'SIGINT') child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, passOn)
  const watch = service ? watchParent(() => child.kill('SIGTERM')) : undefined
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
    })
  } finally {
    clearInterval(watch)
  }
}

/** `npm start` that is killed by force cannot tell us; then another process takes its place above us. */
function watchParent(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return undefined
  const started = lineage()
  return setInterval(() => {
    if (lineage() !== started) onGone()
  }, 500)
}

/** Our parent, and where that is the shell in which npm runs a script, npm above it (Linux tells). */
function lineage() {
  const parent = process.ppid
  try {
    const [, name, ancestor] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, 'utf8'))
    return /^(sh|dash|bash)$/.test(name) ? `${parent} ${ancestor}` : `${parent}`
  } catch {
    return `${parent}`
  }
}
