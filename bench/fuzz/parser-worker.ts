import { parentPort, workerData } from 'node:worker_threads'
import fc from 'fast-check'
import { readPack } from '../../src/modules/units/index.ts'
import { adversarialText } from './adversarial-text.ts'
import { documents, type FileCase, sheets } from './documents.ts'
import { readAsProduct } from './read-as-product.ts'

export interface ParserTask {
  part: 'documents' | 'sheets' | 'extractor'
  seed: number
  cases: number
  /** Read instead of generated ones. */
  kept?: readonly { kind: string; base64: string }[]
}

export type ParserReply =
  | { kind: 'begun'; case: FileCase }
  | { kind: 'ended'; outcome: string; ms: number; wrong?: string }
  | { kind: 'done' }

/** Reads generated files one after the other and tells before each what it is about to read. */
const { part, seed, cases, kept } = workerData as ParserTask
const { register } = readPack('riverport')
const texts = adversarialText(300).map(
  (text): FileCase => ({ kind: 'text', bytes: Buffer.from(text, 'utf16le') }),
)
const all = { documents, sheets, extractor: texts }[part]
const BATCH = 50

const tell = (reply: ParserReply) => parentPort?.postMessage(reply)

async function one(file: FileCase): Promise<void> {
  tell({ kind: 'begun', case: file })
  const started = performance.now()
  const { outcome, wrong } = await readAsProduct(file, register)
  tell({ kind: 'ended', outcome, ms: performance.now() - started, ...(wrong !== undefined && { wrong }) })
}

if (kept) for (const { kind, base64 } of kept) await one({ kind, bytes: Buffer.from(base64, 'base64') })
else
  for (let from = 0, batch = 0; from < cases; from += BATCH, batch++)
    for (const file of fc.sample(all, { seed: seed + batch, numRuns: Math.min(BATCH, cases - from) }))
      await one(file)
tell({ kind: 'done' })
