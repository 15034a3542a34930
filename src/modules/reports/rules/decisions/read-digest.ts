import type { Digest } from '../../digest.ts'
import type { ReportArticle, Span, Statement } from '../../schema.ts'
import type { ResolveName } from './propose-statements.ts'

export interface DigestUnits {
  /** Id and name of the unit with this key of the register. @throws when there is none */
  readonly byKey: (key: string) => { id: string; name: string }
  readonly byName: ResolveName
}

/** A digest as a document: its sentences are the text, and each fact quotes its own sentence. */
export function readDigest(
  digest: Digest,
  units: DigestUnits,
  { reportId, nextId }: { reportId: string; nextId: () => string },
): { text: string; articles: ReportArticle[]; statements: Statement[] } {
  let text = `${digest.title}\n${digest.source}\n`
  const statements = digest.facts.map((fact): Statement => {
    const span: Span = [text.length, text.length + fact.sentence.length]
    text += `${fact.sentence}\n`
    const unit = fact.unit === null ? null : units.byKey(fact.unit)
    return {
      id: nextId(),
      reportId,
      status: 'proposed',
      kind: fact.kind,
      unitName: unit?.name ?? null,
      unitId: unit?.id ?? null,
      subject: fact.subject,
      period: fact.period,
      spans: [span],
      quote: [fact.sentence],
      confidence: 1,
      rule: 'digest',
      articleIndex: 0,
      decidedBy: null,
      decidedAt: null,
      version: 1,
      detail: fact.kind === 'task' ? withUnits(fact.detail, units.byName) : fact.detail,
    } as Statement
  })
  const { name, chairRole, speakingUnits } = digest.meeting
  const speakers = speakingUnits.map(units.byKey).map((unit) => ({ name: unit.name, unitId: unit.id }))
  const article: ReportArticle = {
    index: 0,
    title: digest.title,
    otherHeadlines: [],
    kind: 'quarterly-review',
    span: [0, text.length],
    meeting: { name, period: digest.period, chair: chairRole, speakingUnits: speakers },
  }
  return { text, articles: [article], statements }
}

type TaskFact = Extract<Digest['facts'][number], { kind: 'task' }>['detail']

function withUnits(detail: TaskFact, byName: ResolveName) {
  const supporting = detail.supporting.map(byName).filter((id) => id !== null)
  return { ...detail, leadUnitId: byName(detail.lead), supportingUnitIds: [...new Set(supporting)] }
}
