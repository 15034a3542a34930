import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { CodedError } from '../../../kernel/errors.ts'
import { readDocument } from './read-document.ts'
import { makeDoc, makeOle } from './samples/make-doc.ts'
import { belittle, makeDocxOf, makeZipBomb, paragraph } from './samples/make-docx.ts'
import { makeEncryptedPdf, makePdf, makeScan } from './samples/make-pdf.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

async function refusal(bytes: Uint8Array): Promise<CodedError> {
  const outcome = await readDocument(bytes, { fileName: 'x.txt' }).catch((error: unknown) => error)
  if (!(outcome instanceof CodedError)) throw new Error(`not refused: ${JSON.stringify(outcome)}`)
  return outcome
}

const docx = makeDocxOf(paragraph('市委会议'))
const laughs = `<!DOCTYPE a [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;">]>`

const cases: [what: string, code: string, bytes: () => Uint8Array | Promise<Uint8Array>][] = [
  ['an empty file', 'reports.empty-file', () => new Uint8Array()],
  ['only white space', 'reports.no-text', () => utf8(' \r\n　\t\n')],
  ['21 MB', 'reports.too-large', () => new Uint8Array(21 * 1024 * 1024)],
  ['too many characters', 'reports.text-too-long', () => utf8('a'.repeat(2_000_001))],
  [
    'a picture',
    'reports.unsupported-format',
    () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]),
  ],
  ['rich text', 'reports.unsupported-format', () => utf8('{\\rtf1 \\ansi x}')],
  [
    'a program renamed .txt',
    'reports.binary-file',
    () => Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0]),
  ],
  [
    'a program renamed .txt whose bytes fit no encoding',
    'reports.binary-file',
    () => Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0xff, 0xff, 0x80]),
  ],
  ['bytes of no encoding', 'reports.unknown-encoding', () => Uint8Array.from([0xff, 0xff, 0x80, 0x20])],
  ['a zip that is no document', 'reports.unsupported-format', () => makeZip({ 'a.txt': 'x' })],
  ['a zip bomb', 'reports.zip-bomb', () => makeZipBomb(120)],
  ['a zip bomb by its ratio', 'reports.zip-ratio', () => makeZipBomb(40)],
  ['a zip bomb that lies about its size', 'reports.zip-bomb', () => belittle(makeZipBomb(40))],
  ['a zip cut short', 'reports.damaged-file', () => docx.slice(0, -30)],
  ['a docx with entities of its own', 'reports.damaged-file', () => makeDocxOf(paragraph('&b;'), laughs)],
  ['a docx that ends in a comment', 'reports.damaged-file', () => makeDocxOf('<!-- ')],
  ['a docx with a password', 'reports.password', () => makeOle({ EncryptedPackage: new Uint8Array(4096) })],
  ['a doc with a password', 'reports.password', () => makeDoc('市委会议', true)],
  ['an unknown container', 'reports.unsupported-format', () => makeOle({ Other: new Uint8Array(4096) })],
  ['an encrypted pdf', 'reports.pdf-encrypted', makeEncryptedPdf],
  ['a scan', 'reports.pdf-without-text', makeScan],
  ['a damaged pdf', 'reports.damaged-file', () => utf8('%PDF-1.7\nnothing of it')],
]

it.each(cases)('refuses %s with %s', async (_what, code, bytes) => {
  const error = await refusal(await bytes())
  expect(error.kind).toBe('invalid')
  expect(error.code).toBe(code)
})

it('tells a truncated pdf from a whole one without failing', async () => {
  const whole = await makePdf([[{ text: '市委会议', x: 72, y: 700 }]])
  for (let length = 1; length < whole.length; length += 97) {
    const outcome = await readDocument(whole.slice(0, length), { fileName: null }).catch((e: unknown) => e)
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(CodedError)
  }
})

it('has a sentence in Chinese and English for every code that is thrown here', () => {
  const thrown = new Set(cases.map(([, code]) => code))
  for (const locale of ['zh-CN', 'en']) {
    const sentences = JSON.parse(readFileSync(new URL(`../messages.${locale}.json`, import.meta.url), 'utf8'))
    for (const code of thrown) expect(sentences[code], `${code} in ${locale}`).toBeTruthy()
  }
})

async function makeZip(files: Record<string, string>): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import('fflate')
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}
