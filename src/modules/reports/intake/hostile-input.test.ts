import { afterAll, expect, it } from 'vitest'
import { CodedError } from '../../../kernel/errors.ts'
import { closeExtractionWorkers, extractInWorker } from './extract-in-worker.ts'
import { makeDocxOf } from './samples/make-docx.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const MB = 1024 * 1024
const KB = 1024

afterAll(closeExtractionWorkers)

/** Inputs that made other readers hang, overflow or run out of memory. */
const inputs: [what: string, source: () => Uint8Array | string][] = [
  ['250 KB of one letter', () => utf8('a'.repeat(250 * KB))],
  ['250 KB of one character', () => utf8('市'.repeat((250 * KB) / 3))],
  ['250 KB of one digit', () => '1'.repeat(250 * KB)],
  ['250 KB of line breaks around a word', () => `${'\n'.repeat(250 * KB)}会议`],
  ['250 KB of spaces inside a sentence', () => `会议${' '.repeat(250 * KB)}召开。`],
  ['250 KB of commas in one list', () => `东区${'管理、'.repeat((250 * KB) / 9)}等方面仍存不足。`],
  ['250 KB of numbers in one sentence', () => `东区${'完成12.5亿元，'.repeat((250 * KB) / 22)}`],
  ['250 KB of opening brackets', () => '（'.repeat((250 * KB) / 3)],
  ['250 KB of opening quotes', () => `“《【「${'“'.repeat((250 * KB) / 3)}`],
  ['250 KB of bullets', () => '■ 要\n'.repeat((250 * KB) / 8)],
  ['250 KB of 要', () => '要'.repeat((250 * KB) / 3)],
  ['250 KB of ranks in one sentence', () => `东区${'居全市第一、'.repeat((250 * KB) / 18)}`],
  ['250 KB of unit names', () => '东区委、西区委、'.repeat((250 * KB) / 24)],
  ['250 KB of title lines', () => '季度工作会议召开\n\n'.repeat((250 * KB) / 27)],
  ['250 KB of numerals', () => '一二三四五六七八九十百千万亿'.repeat((250 * KB) / 42)],
  ['250 KB of dates', () => '2024年1月1日至1—11月，'.repeat((250 * KB) / 32)],
  ['a page nested 200,000 deep', () => utf8(`<html><body>${'<div>'.repeat(200_000)}市委会议`)],
  ['a page of unclosed comments', () => utf8(`<html>${'<!-- '.repeat(200_000)}市委会议`)],
  ['a page of attributes', () => utf8(`<html><p ${'a="'.repeat(300_000)}>市委会议`)],
  ['a document nested 100,000 deep', () => makeDocxOf('<w:p><w:r>'.repeat(100_000))],
  ['a document of entities', () => makeDocxOf(`<w:p><w:r><w:t>${'&amp;'.repeat(200_000)}</w:t></w:r></w:p>`)],
  ['lone surrogates', () => '市委会议\ud800'],
]

it.each(inputs)('%s is read or refused by code, in time', async (_what, source) => {
  const started = performance.now()
  const outcome = await extractInWorker(source(), { fileName: null }).catch((error: unknown) => error)
  if (outcome instanceof Error) {
    expect(outcome).toBeInstanceOf(CodedError)
    expect((outcome as CodedError).code).not.toMatch(/too-slow|out-of-memory/)
  }
  expect(performance.now() - started).toBeLessThan(15_000)
})

it('5 MB of ordinary sentences stay below the limits', async () => {
  const telling = '东屏区完成投资12亿元，工业增速居全市第一。但在城市管理、公共服务等方面仍存不足。'
  const plain =
    '一年来，面对复杂多变的外部环境和艰巨繁重的任务，大家同心协力、攻坚克难，各项工作取得了新的进展。'
  const paragraph = `${telling}${plain.repeat(9)}\n`
  const text = paragraph.repeat(Math.floor((5 * MB) / utf8(paragraph).length))
  const outcome = await extractInWorker(utf8(text), { fileName: null })
  expect(outcome.received.text).toBe(text)
}, 30_000)
