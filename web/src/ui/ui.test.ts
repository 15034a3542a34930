import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('ui/ knows no route and no API: it can be used by any screen', () => {
  const files = globSync('*.{ts,tsx}', { cwd: import.meta.dirname }).filter(
    (file) => !file.endsWith('.test.ts'),
  )
  expect(files.length).toBeGreaterThan(10)
  for (const file of files) {
    const source = readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
    expect(source, file).not.toMatch(/from '(@tanstack|.*\/(api|app|screens)\/)/)
  }
})
