import type { Statement } from '../api/model.ts'
import { formatNumber, formatPeriod } from '../i18n/format.ts'
import type { Words } from '../i18n/use-words.ts'

export interface FactsContext {
  readonly words: Words
  nameOf(unitId: string | null): string | undefined
}

/** What a statement says besides its subject, as short phrases: place, value, who, by when, of which period. */
export function statementFacts(statement: Statement, context: FactsContext): string[] {
  const { words } = context
  const period = statement.period ? [formatPeriod(words.locale, statement.period)] : []
  return [...kindFacts(statement, context), ...period]
}

function kindFacts(statement: Statement, { words, nameOf }: FactsContext): string[] {
  switch (statement.kind) {
    case 'rank':
      return [placeOf(statement.detail, words), ...streakOf(statement.detail, words)]
    case 'first':
      return statement.detail.scope ? [statement.detail.scope] : []
    case 'figure':
    case 'metric':
      return figureFacts(statement.detail, words)
    case 'shortfall':
      return []
    case 'task':
      return taskFacts(statement.detail, words, nameOf)
  }
}

type Detail<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>['detail']

/** The place among peers: scope and position. */
export function placeOf(detail: Detail<'rank'>, { t }: Words): string {
  const place =
    detail.position === null ? t('read.position-front') : t('read.position', { position: detail.position })
  return [detail.scope, place].filter(Boolean).join(' ')
}

function streakOf(detail: Detail<'rank'>, { t }: Words): string[] {
  return detail.streakYears === null ? [] : [t('read.streak', { years: detail.streakYears })]
}

/** The value as printed in figures, without its change. */
export function figureWords(detail: Detail<'figure'>, { locale }: Words): string {
  if (detail.value === null) return [detail.qualifier, detail.unitOfMeasure].filter(Boolean).join('')
  const value =
    detail.unitOfMeasure === null && isFraction(detail.value)
      ? `${Number((Number(detail.value) * 100).toFixed(2))}%`
      : `${formatNumber(locale, detail.value)}${detail.unitOfMeasure ?? ''}`
  return `${detail.qualifier ?? ''}${value}`
}

function figureFacts(detail: Detail<'figure'>, words: Words): string[] {
  return [
    detail.isTarget ? words.t('read.target') : '',
    figureWords(detail, words),
    detail.change ?? '',
  ].filter(Boolean)
}

function taskFacts(detail: Detail<'task'>, { t }: Words, nameOf: FactsContext['nameOf']): string[] {
  const lead = nameOf(detail.leadUnitId) ?? detail.lead
  const supporting = detail.supportingUnitIds.map(nameOf).filter((found) => found !== undefined)
  const supportingWords = supporting.length > 0 ? supporting : detail.supporting
  const separator = t('app.list-separator')
  return [
    lead ? t('read.lead', { unit: lead }) : '',
    !lead && detail.responsible.length > 0
      ? t('read.responsible', { units: detail.responsible.join(separator) })
      : '',
    supportingWords.length > 0 ? t('read.supporting', { units: supportingWords.join(separator) }) : '',
    detail.deadline ? t('read.due', { day: detail.deadline }) : '',
  ].filter(Boolean)
}

/** A part of a whole, as two thirds are: read as a per cent. */
function isFraction(value: string): boolean {
  return Number(value) > 0 && Number(value) < 1
}
