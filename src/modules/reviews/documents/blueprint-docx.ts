import { readFileSync } from 'node:fs'
import { type OfficialDocument, writeDocx } from '../../../platform/official-document/index.ts'
import type { DocumentKind } from './kinds.ts'

/** A template as its blueprint says; blueprints draw no charts, they hold their places. */
export function blueprintDocx(kind: DocumentKind): Uint8Array {
  const blueprint: OfficialDocument = JSON.parse(
    readFileSync(new URL(`./blueprints/${kind}.json`, import.meta.url), 'utf8'),
  )
  return writeDocx(blueprint, () => {
    throw new Error('A blueprint draws no chart')
  })
}
