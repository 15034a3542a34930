import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type ReadReport, readReport } from '../../src/modules/reports/index.ts'

const SHARED = fileURLToPath(new URL('../../../shared/reports/', import.meta.url))

/** A real text, read where it lies: nothing of it is kept here. */
export interface RealText {
  readonly name: string
  /** First 16 hex digits of its SHA-256. */
  readonly hash: string
  /** Looked at while the rules were written, or not; by the first digit of the hash. */
  readonly half: 'development' | 'held out'
  readonly text: string
  readonly report: ReadReport
  /** Earlier texts of the same author, for work reports. */
  readonly earlier: readonly ReadReport[]
}

export function readCorpus(): RealText[] {
  return ['meetings', 'work-reports'].flatMap((folder) => {
    if (!existsSync(SHARED + folder)) {
      console.log(`skipped: ${SHARED}${folder} is not there`)
      return []
    }
    const before: ReadReport[] = []
    return readdirSync(SHARED + folder).map((fileName): RealText => {
      const text = readFileSync(`${SHARED}${folder}/${fileName}`, 'utf8')
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
      const report = readReport(text, { fileName })
      const earlier = folder === 'work-reports' ? [...before] : []
      before.push(report)
      const half = Number.parseInt(hash[0]!, 16) % 2 === 0 ? 'development' : 'held out'
      return { name: `${folder}/${fileName}`, hash, half, text, report, earlier }
    })
  })
}
