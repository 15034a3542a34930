import type { Context, Tx } from '../../../kernel/context.ts'
import { type DraftVerdict, decimalOf, fractionOf, judgeDraft, over, whole } from '../../indicators/index.ts'
import { type Draft, fold, type Statement } from '../../reports/index.ts'
import type { FigureFinding } from '../rules/figure-check/finding.ts'
import type { Source } from '../schema/source.ts'

export interface RecordFindings {
  readonly findings: readonly FigureFinding[]
  /** How many statements could be held against the record. */
  readonly asked: { readonly ranks: number; readonly figures: number }
}

type Numbers = DraftVerdict['evidence']['numbers'][number]

/**
 * Ranks against the league tables and figures against the indicators, as of the text's day. Only what matches one
 * indicator, unit and period without a person's yes is told; where the sentence names no period and its report's was
 * taken, as a warning.
 */
export async function recordFindings(ctx: Context, tx: Tx, draft: Draft): Promise<RecordFindings> {
  const statements = draft.statements.filter(
    ({ kind }) => kind === 'rank' || kind === 'figure' || kind === 'metric',
  )
  const head = { title: draft.title, reportDate: draft.day, period: draft.period }
  const verdicts = await judgeDraft(ctx, tx, { statements, head })
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const decided = verdicts.filter(
    ({ evidence, statementId }) =>
      evidence.verdict !== 'unknown' &&
      (evidence.periodFrom === 'claim' || evidence.periodFrom === 'report') &&
      nearestUnit(draft, byId.get(statementId)!) !== 'another',
  )
  const kindOf = ({ statementId }: DraftVerdict) => byId.get(statementId)!.kind
  return {
    findings: decided.flatMap((verdict) => {
      const statement = byId.get(verdict.statementId)!
      const isNamed = nearestUnit(draft, statement) === 'own'
      return findingOf(statement, verdict, isNamed) ?? []
    }),
    asked: {
      ranks: decided.filter((verdict) => kindOf(verdict) === 'rank').length,
      figures: decided.filter((verdict) => kindOf(verdict) !== 'rank').length,
    },
  }
}

/**
 * Whose name stands last before the number in its sentence. A unit that only an earlier sentence named is likely, not
 * certain; another unit nearer by means that the reading gave the number to the wrong one.
 */
function nearestUnit({ report, register, unitIds }: Draft, statement: Statement): 'own' | 'none' | 'another' {
  const end = statement.spans.at(-1)?.[1] ?? 0
  const said = report.received.slice(Math.max(0, end - 400), end).replace(/^.*[。！？\n](?=[^。！？\n])/s, '')
  const folded = fold(said).replace(/\s/g, '')
  let nearest = { at: -1, length: 0, id: '' }
  for (const { key, name, aliases = [] } of register.units)
    for (const printed of [name, ...aliases]) {
      const at = printed.length > 1 ? folded.lastIndexOf(printed) : -1
      const isNearer = at + printed.length > nearest.at + nearest.length
      const isLonger = at + printed.length === nearest.at + nearest.length && printed.length > nearest.length
      if (at >= 0 && (isNearer || isLonger))
        nearest = { at, length: printed.length, id: unitIds.get(key) ?? '' }
    }
  if (nearest.at < 0) return 'none'
  return nearest.id === statement.unitId ? 'own' : 'another'
}

function findingOf(
  statement: Statement,
  { indicator, name, evidence }: DraftVerdict,
  isNamed: boolean,
): FigureFinding | null {
  const isRevised = evidence.since === 'confirmed-then-revised'
  const told = isRevised ? evidence.newest : evidence
  if (told?.verdict !== 'contradicted') return null
  const isRank = statement.kind === 'rank'
  const row = decidingRow(told.reasons, told.numbers)
  if (!row) return null
  const vintage = isRevised ? evidence.newest!.vintage : (evidence.ofDay ?? evidence.now)
  const period = String(row.period ?? evidence.periods[0] ?? '')
  const { printed, expected } = isRank ? ofRank(row) : ofFigure(row)
  return {
    kind: isRank ? 'league' : 'vintage',
    severity: isRevised ? 'note' : isNamed && evidence.periodFrom === 'claim' ? 'error' : 'warning',
    cause: isRevised ? 'revised' : 'differs',
    article: statement.articleIndex,
    spans: statement.spans,
    figures: statement.spans.slice(-1),
    printed,
    expected,
    arithmetic: `${name} ${period}: ${expected} ≠ ${printed} (V${vintage})`,
    repair: null,
    source: sourceOf({ indicator, name, period, vintage, isRank, row }),
  }
}

/** The row that decides: of a growth that differs the growth, otherwise the first. */
function decidingRow(reasons: readonly string[], numbers: readonly Numbers[]): Numbers | undefined {
  if (reasons[0]?.startsWith('growth')) return numbers.find(({ of }) => of === 'growth') ?? numbers[0]
  return numbers.find(({ rank, claimed }) => rank !== undefined && rank !== claimed) ?? numbers[0]
}

function ofRank({ claimed, rank, of }: Numbers) {
  return { printed: String(claimed ?? ''), expected: of === undefined ? String(rank) : `${rank}/${of}` }
}

function ofFigure({ printed, printedMeasure, actual, of, measure }: Numbers) {
  const isShare = of === 'growth' || of === 'share' || of === 'done'
  const suffix = isShare ? '%' : String(printedMeasure ?? measure ?? '')
  const said = String(printed ?? '')
  return {
    printed: /%$/.test(said) ? said : scaled(said, suffix),
    expected: scaled(String(actual ?? ''), suffix),
  }
}

/** With 万 or 亿, as the text would print it. */
function scaled(value: string, suffix: string): string {
  if (!/^-?\d+(?:\.\d+)?$/.test(value)) return value + suffix
  const places = value.replace(/^-|\..*$/g, '').length
  const [power, word] = places > 8 ? [100_000_000, '亿'] : places > 4 ? [10_000, '万'] : [1, '']
  return `${decimalOf(over(fractionOf(value), whole(power)), 8)}${word}${suffix}`
}

interface Sourced {
  readonly indicator: string
  readonly name: string
  readonly period: string
  readonly vintage: number
  readonly isRank: boolean
  readonly row: Numbers
}

function sourceOf({ indicator, name, period, vintage, isRank, row }: Sourced): Source {
  const search = new URLSearchParams({ period, asOf: String(vintage) })
  return {
    kind: isRank ? 'league' : 'value',
    href: `/indicators/${encodeURIComponent(indicator)}?${search}`,
    label: {
      title: name,
      key: indicator,
      period,
      vintage,
      ...(typeof row.rank === 'number' && { rank: row.rank }),
      ...(typeof row.of === 'number' && { of: row.of }),
      ...(typeof (row.value ?? row.actual) === 'string' && { value: String(row.value ?? row.actual) }),
    },
  }
}
