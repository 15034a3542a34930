import type { FieldValues } from '../../../platform/official-document/index.ts'
import { readablePeriod, readableValue } from '../../indicators/index.ts'
import type { DocumentKind } from './kinds.ts'
import type { Material, MaterialLine, MaterialUnit } from './material.ts'
import { shownSource, sourcedWords } from './sourced-words.ts'
import words from './words.json' with { type: 'json' }

const MOST_CHARTS = 4

/** What the template of a document is filled with. A unit's document has that one unit in the material. */
export function documentValues(kind: DocumentKind, material: Material): FieldValues {
  const everywhere = everywhereOf(material)
  const [unit] = material.units
  switch (kind) {
    case 'briefing-book':
      return {
        ...everywhere,
        unitCount: material.units.length,
        agenda: material.agenda.map(({ title, minutes }) => ({ agendaTitle: title, minutes })),
        units: material.units.map(unitValues),
      }
    case 'unit-sheet':
      return { ...everywhere, ...(unit && unitValues(unit)) }
    case 'notice':
      return { ...everywhere, ...noticeValues(material) }
    case 'supervision-letter':
      return { ...everywhere, ...(unit && unitValues(unit)), ...letterValues(material) }
    case 'commitments-memo':
      return { ...everywhere, ...memoValues(material) }
  }
}

function everywhereOf({
  city,
  title,
  period,
  heldOn,
  today,
  bookNumber,
  corrections,
}: Material): FieldValues {
  const { draft, book, corrected } = words.editions
  const edition = bookNumber === null ? draft : corrections > 0 ? corrected : book
  return {
    city,
    title,
    period: readablePeriod(period, 'zh-CN'),
    heldOn: dayInWords(heldOn),
    today: dayInWords(today),
    year: today.slice(0, 4),
    edition: edition.replace('{number}', String(bookNumber)).replace('{corrections}', String(corrections)),
  }
}

function unitValues({ name, minutes, lines, charts }: MaterialUnit): FieldValues {
  const of = (side: MaterialLine['side']) => lines.filter((line) => line.side === side)
  const told = ({ words: text, sources }: MaterialLine) => ({ text: sourcedWords(ended(text), sources) })
  return {
    name,
    minutes,
    strengths: of('strength').map(told),
    shortfalls: of('shortfall').map(told),
    followUps: of('follow-up').map(followUp),
    ranks: ranksOf(lines),
    charts: charts.slice(0, MOST_CHARTS).map((chart) => ({ chartTitle: chart.title, chart })),
  }
}

function followUp({ words: text, sources, outcome, evidence }: MaterialLine): FieldValues {
  const runs = evidence.flatMap(({ sentence, source }, index) => [
    ...(index > 0 ? [{ text: '\n' }] : []),
    { text: sentence, ...(source && { source: shownSource(source) }) },
  ])
  return {
    text: sourcedWords(ended(text), sources),
    outcome: outcome === null ? words.none : words.outcomes[outcome],
    evidence: runs.length > 0 ? runs : words.none,
  }
}

/** The places that the unit's lines rest on, each once and not those of before that they are compared with: what the sheet says of a rank is what its table says. */
function ranksOf(lines: readonly MaterialLine[]): FieldValues[] {
  const places = new Map(
    lines
      .flatMap(({ sources }) => sources)
      .filter(({ kind, label }) => kind === 'league' && label.rank !== undefined && label.value !== undefined)
      .map((source) => [`${source.label.key}\n${source.label.period}`, source]),
  )
  return [...places.values()].map((source) => {
    const { title = '', key = '', period, value, unit, rank, of } = source.label
    return {
      indicator: title || key,
      indicatorPeriod: period ? readablePeriod(period, 'zh-CN') : words.none,
      value: [
        {
          text: value === undefined ? words.none : readableValue(value, unit ?? '', 'zh-CN'),
          source: shownSource(source),
        },
      ],
      rank: of === undefined ? String(rank) : `${rank}/${of}`,
    }
  })
}

function noticeValues({ units, documentNumber }: Material): FieldValues {
  const followUps = units.flatMap(({ lines }) => lines.filter(({ side }) => side === 'follow-up'))
  const count = (wanted: MaterialLine['outcome']) =>
    followUps.filter(({ outcome }) => outcome === wanted).length
  return {
    documentNumber,
    unitCount: units.length,
    units: units.map(unitValues),
    followUpCount: followUps.length,
    resolvedCount: count('resolved'),
    improvingCount: count('improving'),
    unchangedCount: count('unchanged'),
    cameBackCount: count('came-back'),
    undecidedCount: count(null),
  }
}

/** The number is that of the latest letter which the ledger issued for one of the items. */
function letterValues({ items, documentNumber }: Material): FieldValues {
  const latest = items.findLast(({ letterNumber }) => letterNumber !== null)
  return {
    documentNumber: documentNumber ?? latest?.letterNumber ?? null,
    answerBy: latest?.answerBy ? dayInWords(latest.answerBy) : null,
    items: items.map(({ number, title, dueOn, letterNumber }) => ({
      itemNumber: number,
      itemTitle: title,
      dueOn: dueOn === null ? words.none : dayInWords(dueOn),
      letterNumber: letterNumber ?? words.none,
    })),
  }
}

function memoValues({ commitments }: Material): FieldValues {
  return {
    commitmentCount: commitments.length,
    commitments: commitments.map(({ unit, text, leadUnit, dueOn, itemNumber, sources }) => ({
      name: unit,
      text: sourcedWords(ended(text), sources),
      leadUnit,
      dueOn: dueOn === null ? words.none : dayInWords(dueOn),
      itemNumber: itemNumber ?? words.none,
    })),
  }
}

/** The office's own words may lack the full stop that a printed line has. */
const ended = (text: string) => (words.stops.includes(text.at(-1) ?? '') ? text : text + words.stop)

/** No leading noughts (GB/T 9704-2012, 7.3.5.5). */
function dayInWords(day: string): string {
  const [year = '', month, date] = day.split('-')
  return words.day
    .replace('{year}', year)
    .replace('{month}', String(Number(month)))
    .replace('{day}', String(Number(date)))
}
