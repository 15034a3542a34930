import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  FigureDetail,
  FirstDetail,
  PeriodText,
  RankDetail,
  ShortfallDetail,
  TaskDetail,
} from '../../src/modules/reports/schema.ts'
import { readPack, resolveUnit } from '../../src/modules/units/index.ts'
import { copiedClauses, hasReports } from '../copied-clauses.ts'

const { register, digests } = readPack('shanghai')
const keys = new Set(register.units.map(({ key }) => key))
const unitKey = z.string().refine((key) => keys.has(key), 'no unit of the register')
const fact = { unit: unitKey.nullable(), sentence: z.string().endsWith('。'), subject: z.string().min(2) }
const Fact = z.discriminatedUnion('kind', [
  z.strictObject({ ...fact, kind: z.literal('rank'), period: PeriodText.nullable(), detail: RankDetail }),
  z.strictObject({ ...fact, kind: z.literal('first'), period: z.null(), detail: FirstDetail }),
  z.strictObject({ ...fact, kind: z.literal('figure'), period: PeriodText.nullable(), detail: FigureDetail }),
  z.strictObject({ ...fact, kind: z.literal('shortfall'), period: z.null(), detail: ShortfallDetail }),
  z.strictObject({ ...fact, kind: z.literal('task'), period: z.null(), detail: TaskDetail }),
])
const Digest = z.strictObject({
  title: z.string(),
  source: z.string(),
  reportDate: z.string().regex(/^\d{4}-\d{2}$/),
  period: PeriodText,
  meeting: z.strictObject({
    name: z.string(),
    chairRole: z.string(),
    speakingUnits: z.array(unitKey).length(7),
  }),
  facts: z.array(Fact),
})

describe.each(digests)('The digest $fileName', ({ content }) => {
  const digest = Digest.parse(content)

  it('says each thing in a sentence of its own, which stands in it once', () => {
    const sentences = digest.facts.map(({ sentence }) => sentence)
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  it('names units that are valid at its date', () => {
    for (const { unit } of digest.facts) {
      if (unit === null) continue
      const { name } = register.units.find(({ key }) => key === unit)!
      expect(resolveUnit(register, name, `${digest.reportDate}-28`)).toMatchObject({ kind: 'resolved' })
    }
  })

  it('speaks of every unit that spoke: strengths and shortfalls', () => {
    for (const unit of digest.meeting.speakingUnits) {
      const kinds = digest.facts.filter((fact) => fact.unit === unit).map(({ kind }) => kind)
      expect(kinds).toContain('shortfall')
      expect(new Set(kinds).size).toBeGreaterThan(1)
    }
  })

  it.runIf(hasReports)('shares no clause of twelve characters with the reports it digests', () => {
    expect(copiedClauses(digest.facts.flatMap(({ sentence, subject }) => [sentence, subject]))).toEqual([])
  })
})
