import type { Locale } from '../../kernel/context.ts'
import type { Annotation } from '../../modules/reports/index.ts'
import { displayWidth, padToWidth, wrapToWidth } from './display-width.ts'
import catalogue from './extract-labels.json' with { type: 'json' }

type Labels = (typeof catalogue)['en']

interface Row {
  readonly unit: string
  readonly label: string
  readonly says: string
  readonly about: string
}

/** A read report as people read it: what kind of meeting, then what it says of each unit, then the tasks. */
export function extractTable(annotation: Annotation, locale: Locale, columns = 100): string {
  const labels = catalogue[locale]
  const rows = [...rowsOfUnits(annotation, labels), ...rowsOfTasks(annotation, labels)]
  const counts = fill(labels.counts, { articles: annotation.articles.length, statements: rows.length })
  const lines = [`${annotation.source}  ${counts}`, ...head(annotation, labels)]
  if (rows.length === 0) return [...lines, labels.nothing, ''].join('\n')
  const units = [...new Set(rows.map(({ unit }) => unit))].sort((a, b) => Number(a === '') - Number(b === ''))
  for (const unit of units) {
    lines.push('', unit || labels.noUnit)
    for (const row of rows) if (row.unit === unit) lines.push(...linesOf(row, columns))
  }
  return `${lines.join('\n')}\n`
}

function head({ articles, meeting, reportDate, reportDateFrom }: Annotation, labels: Labels): string[] {
  const lines = articles.map(({ title, kind }, index) => `${index + 1}. ${title ?? '—'}  [${kind}]`)
  if (reportDate) lines.push(`${labels.date} ${reportDate} (${reportDateFrom})`)
  if (meeting) {
    const { name, period, chair, speakingUnits } = meeting
    const spoke = speakingUnits.length > 0 && `${labels.speaking} ${speakingUnits.join('、')}`
    const parts = [`${labels.meeting} ${name}`, period, chair && `${labels.chair} ${chair}`, spoke]
    lines.push(parts.filter(Boolean).join('  '))
  }
  return lines
}

function rowsOfUnits(annotation: Annotation, labels: Labels): Row[] {
  const { ranks, firsts, figures, plannedFigures, shortfalls, metrics } = annotation
  const figure = (label: string) => (entry: (typeof figures)[number]) => ({
    unit: entry.unit ?? '',
    label,
    says: entry.subject,
    about: joined([numeral(entry), entry.change, entry.period]),
  })
  return [
    ...ranks.map((rank) => ({
      unit: rank.unit ?? '',
      label: labels.rank,
      says: rank.subject,
      about: joined([
        rank.scope,
        rank.position === null ? labels.ahead : fill(labels.position, { n: rank.position }),
        rank.streakYears === null ? rank.streakText : fill(labels.streak, { n: rank.streakYears }),
        rank.period,
      ]),
    })),
    ...firsts.map(({ unit, subject, scope }) => ({
      unit: unit ?? '',
      label: labels.first,
      says: subject,
      about: scope ?? '',
    })),
    ...figures.map(figure(labels.figure)),
    ...plannedFigures.map(figure(labels.planned)),
    ...metrics.map(figure(labels.metric)),
    ...shortfalls.map(({ unit, subject }) => ({
      unit: unit ?? '',
      label: labels.shortfall,
      says: subject,
      about: '',
    })),
  ]
}

/** A task stands with who must act; one that names nobody stands at the end. */
function rowsOfTasks({ tasks }: Annotation, labels: Labels): Row[] {
  return tasks.map(({ text, responsible, deadline, speaker }) => ({
    unit: responsible.length === 1 ? responsible[0]! : '',
    label: labels.task,
    says: text,
    about: joined([
      responsible.length > 1 && `${labels.responsible} ${responsible.join('、')}`,
      deadline && `${labels.deadline} ${deadline}`,
      speaker && `${labels.speaker} ${speaker}`,
    ]),
  }))
}

function linesOf({ label, says, about }: Row, columns: number): string[] {
  const indent = `  ${padToWidth(label, 10)}`
  const room = columns - displayWidth(indent)
  const [first = '', ...more] = wrapToWidth(about ? `${says}  · ${about}` : says, room)
  return [indent + first, ...more.map((line) => ' '.repeat(displayWidth(indent)) + line)]
}

/** 万 and 亿 were multiplied out for reckoning; people read them back. */
function numeral({ value, unitOfMeasure, qualifier }: Annotation['figures'][number]): string {
  const unit = unitOfMeasure ?? ''
  if (value === null) return unit
  const [scaled, scale] =
    Math.abs(value) >= 1e8 ? [value / 1e8, '亿'] : Math.abs(value) >= 1e4 ? [value / 1e4, '万'] : [value, '']
  return `${qualifier ?? ''}${Number(scaled.toPrecision(10))}${scale}${unit}`
}

const joined = (parts: readonly (string | false | null | undefined)[]) => parts.filter(Boolean).join('  ')

const fill = (sentence: string, values: Readonly<Record<string, number>>) =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
