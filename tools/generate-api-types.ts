import { readFileSync, writeFileSync } from 'node:fs'
import { typesOfDocument } from './openapi/types-of-document.ts'

/** Writes the web client's types from an OpenAPI document: `node tools/generate-api-types.ts --from openapi.json`. */
const from = process.argv[process.argv.indexOf('--from') + 1]!
const target = new URL('../web/src/api/generated/schema.ts', import.meta.url)
writeFileSync(target, typesOfDocument(JSON.parse(readFileSync(from, 'utf8'))))
