import type { Material, MaterialLine, MaterialUnit } from '../../src/modules/reviews/testing.ts'
import words from './words.json' with { type: 'json' }

export interface Size {
  readonly units: number
  readonly lines: number
  readonly charts: number
}

/** A review of so many units: every line with figures and sources of its own, every chart different. */
export function inventMaterial({ units, lines, charts }: Size): Material {
  return {
    ...words.review,
    bookNumber: 1,
    corrections: 0,
    agenda: numbers(units).map((unit) => ({ title: nameOf(unit), minutes: 8 })),
    units: numbers(units).map((unit) => inventUnit(unit, { lines, charts })),
    items: [],
    commitments: [],
    documentNumber: null,
  }
}

function inventUnit(unit: number, { lines, charts }: Omit<Size, 'units'>): MaterialUnit {
  return {
    unitId: `unit-${unit}`,
    name: nameOf(unit),
    minutes: 8,
    lines: numbers(lines).map((line) => inventLine(unit, line)),
    charts: numbers(charts).map((chart) => ({
      title: `${nameOf(unit)}${words.indicators[chart % words.indicators.length]}`,
      unit: '%',
      categories: ['2024Q1', '2024Q2', '2024Q3', '2024Q4', '2025Q1'],
      series: [
        {
          name: nameOf(unit),
          kind: 'bar',
          values: numbers(5).map((at) => ((unit * 7 + chart * 3 + at) % 90) / 10),
        },
        { name: words.city, kind: 'line', values: numbers(5).map((at) => ((chart * 5 + at) % 60) / 10) },
      ],
    })),
  }
}

function inventLine(unit: number, line: number): MaterialLine {
  const side = (['strength', 'shortfall', 'follow-up'] as const)[line % 3]!
  const indicator = words.indicators[line % words.indicators.length]!
  const value = `${((unit * 13 + line * 7) % 98) / 10 + 0.1}`.slice(0, 4)
  const rank = ((unit + line) % 16) + 1
  const source = {
    kind: 'league' as const,
    href: `/indicators/i-${line}?unit=${unit}`,
    label: {
      title: indicator,
      key: `i-${line}`,
      value,
      unit: '%',
      rank,
      of: 16,
      period: '2025Q1',
      source: words.source,
    },
  }
  return {
    side,
    words: words.line
      .replace('{indicator}', indicator)
      .replace('{value}', value)
      .replace('{rank}', String(rank)),
    sources: [source],
    outcome: side === 'follow-up' ? 'improving' : null,
    evidence: side === 'follow-up' ? [{ sentence: words.evidence, source }] : [],
  }
}

const nameOf = (unit: number) => `${words.unitName}${unit + 1}${words.district}`
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)
