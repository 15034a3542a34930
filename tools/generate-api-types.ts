import { readFile, writeFile } from 'node:fs/promises'
import { serverDocument } from './openapi/server-document.ts'
import { typesOfDocument } from './openapi/types-of-document.ts'

/**
 * Writes the web client's types, `web/src/api/generated/schema.ts`, from the server's OpenAPI document, or from a saved
 * one: `node tools/generate-api-types.ts [openapi.json]`.
 */
const saved = process.argv[2]
const document = saved ? JSON.parse(await readFile(saved, 'utf8')) : await serverDocument()
await writeFile(new URL('../web/src/api/generated/schema.ts', import.meta.url), typesOfDocument(document))
