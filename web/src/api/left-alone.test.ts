import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const HERE = new URL('./', import.meta.url)

/** The screen of a meeting stands on the wall for hours without a hand on it; the session's absolute end holds there. */
const OF_THE_DAY = ['review-day.ts']

test('no screen that is left alone keeps its session alive by asking again and again', () => {
  const files = readdirSync(HERE).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const asking = files.filter((name) =>
    /refetchInterval: [\w.]+,/.test(readFileSync(new URL(name, HERE), 'utf8')),
  )
  expect(asking).toEqual(OF_THE_DAY)
})
