import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { serverDocument } from './server-document.ts'
import { typesOfDocument } from './types-of-document.ts'

it('the web client is generated from the server as it is (node tools/generate-api-types.ts)', async () => {
  const generated = readFileSync(new URL('../../web/src/api/generated/schema.ts', import.meta.url), 'utf8')
  expect(generated === typesOfDocument(await serverDocument())).toBe(true)
})
