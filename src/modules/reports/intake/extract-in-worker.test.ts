import { afterAll, describe, expect, it } from 'vitest'
import { closeExtractionWorkers, extractInWorker } from './extract-in-worker.ts'
import { makeZipBomb } from './samples/make-docx.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const meeting = `全市季度工作会议召开

1月9日，市委召开季度工作会议，市委书记主持会议。

东屏区完成投资12亿元，工业增速居全市第一。但在城市管理上仍存不足。

市委书记指出，各区要在3月底前完成整改。
`

afterAll(closeExtractionWorkers)

describe('extractInWorker', () => {
  it('reads bytes and pasted text alike', async () => {
    const fromBytes = await extractInWorker(utf8(meeting), { fileName: 'a.txt', date: '2023-01' })
    const pasted = await extractInWorker(meeting, { fileName: null, date: '2023-01' })
    expect(fromBytes.received).toMatchObject({ text: meeting, format: 'txt' })
    expect(pasted.received.format).toBe('pasted')
    expect(pasted.statements).toEqual(fromBytes.statements)
    expect(fromBytes.statements.length).toBeGreaterThan(0)
    expect(fromBytes.report.articles[0]?.body.at).toBeInstanceOf(Int32Array)
  })

  it('gives the same for the same, in whichever worker', async () => {
    const runs = await Promise.all(
      Array.from({ length: 4 }, () => extractInWorker(meeting, { fileName: null, date: '2023-01' })),
    )
    for (const run of runs) expect(run).toEqual(runs[0])
  })

  it('brings refusals over with their code', async () => {
    const refused = extractInWorker(makeZipBomb(120), { fileName: 'a.docx' })
    await expect(refused).rejects.toMatchObject({ kind: 'invalid', code: 'reports.zip-bomb' })
  })

  it('refuses a text without a meeting or a statement', async () => {
    const refused = extractInWorker('白日依山尽，黄河入海流。\n欲穷千里目，更上一层楼。\n', {
      fileName: null,
    })
    await expect(refused).rejects.toMatchObject({ code: 'reports.no-meeting' })
  })

  it('refuses numbers and advice that are of no unit and no meeting', async () => {
    const recipe =
      '红烧肉的做法\n猪肉500克，切块。加糖20克、酱油30毫升，小火炖1小时。要注意火候，不得过大。\n'
    const refused = extractInWorker(recipe, { fileName: null })
    await expect(refused).rejects.toMatchObject({ code: 'reports.no-meeting' })
  })

  it('reads a fragment that names its unit', async () => {
    const { statements } = await extractInWorker('东屏区完成投资12亿元。', { fileName: null })
    expect(statements.length).toBeGreaterThan(0)
  })

  it('ends what is too slow, and reads the next document', async () => {
    const limits = { timeoutMs: 1 }
    const slow = extractInWorker(meeting.repeat(200), { fileName: null, limits })
    await expect(slow).rejects.toMatchObject({ code: 'reports.extraction-too-slow' })
    await extractInWorker(meeting, { fileName: null })
  })

  it('ends what takes too much memory, and reads the next document', async () => {
    const limits = { memoryMb: 16 }
    const large = extractInWorker(meeting.repeat(15_000), { fileName: null, limits })
    await expect(large).rejects.toMatchObject({ code: 'reports.extraction-out-of-memory' })
    await extractInWorker(meeting, { fileName: null })
  })

  it('leaves the event loop free', async () => {
    let longest = 0
    let last = performance.now()
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    await extractInWorker(meeting.repeat(2000), { fileName: null })
    clearInterval(beat)
    expect(longest).toBeLessThan(200)
  })
})
