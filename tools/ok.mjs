/** `npm run ok`: the one gate. Every step runs; the first failure decides the exit code; the test runner's lines come last. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const steps = [
  ['lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['types', 'tsc', ['-p', 'tsconfig.json']],
  ['types (web)', 'tsc', ['-p', 'web/tsconfig.json']],
  ['arch', process.execPath, ['tools/check-modules.ts']],
  ['dead code', 'knip', ['--no-progress']],
  ['test', 'vitest', ['run']],
]

let failed = 0
for (const [name, command, args] of steps) {
  const started = performance.now()
  console.log(`\n▶ ${name}: ${command} ${args.join(' ')}`)
  const bin = command === process.execPath ? command : `${root}node_modules/.bin/${command}`
  const { status } = spawnSync(bin, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${root}node_modules/.bin:${process.env.PATH}` },
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (name !== 'test') console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (status !== 0) failed ||= status ?? 1
}
process.exitCode = failed
