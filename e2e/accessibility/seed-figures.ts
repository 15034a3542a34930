import type { Context } from '../../src/kernel/context.ts'
import { messyTable } from '../indicators/messy-table.ts'
import type { Person } from './people.ts'

export interface SeededFigures {
  /** The number of a frozen table. */
  readonly publication: number
  /** A statistics table that was read, with cells in question. */
  readonly tableId: string
}

interface Hands {
  readonly system: Context
  readonly statistician: Person
  readonly liaison: Person
}

const LEAGUE = 'monthly-score'

/** A composite league, a frozen table, a printed position, readings that wait, and a table half way in. */
export async function seedFigures({ statistician, liaison }: Hands): Promise<SeededFigures> {
  const { schemes } = await statistician.read('/api/league-presets')
  const linear = schemes.find(({ key }: { key: string }) => key === 'linear')
  const component = (key: string, name: string, weight: string, target: string) => ({
    ...{ key, name: { zh: name, en: name }, weight, group: null },
    score: { kind: 'linear', direction: 'higher', target, capPercent: '120' },
  })
  await statistician.send('post', '/api/leagues', {
    key: LEAGUE,
    name: '月度综合评分',
    definition: {
      scheme: {
        ...linear,
        components: [component('a', '诉求办结', '60', '90'), component('b', '财政增收', '40', '8')],
      },
      sources: {
        a: { kind: 'indicator', indicator: 'request-done' },
        b: { kind: 'indicator', indicator: 'city-revenue' },
      },
      cohort: 'city-wide',
      frequency: 'month',
    },
  })
  const frozen = await statistician.send('post', '/api/publications', {
    indicator: 'request-done',
    period: '2023-09',
    title: '全市诉求办结率排名（2023年9月）',
  })
  const { units } = await liaison.read('/api/readings?period=2023-10')
  const { number } = units.find(({ canReport }: { canReport: boolean }) => canReport)
  const reading = (indicator: string, value: string) =>
    liaison.send('put', '/api/readings', {
      period: '2023-10',
      entries: [{ indicator, unit: number, value, version: 0, isConfirmed: true }],
    })
  await reading('complaint-count', '402')
  await statistician.send('post', '/api/readings/verify', {
    period: '2023-10',
    readings: [{ indicator: 'complaint-count', unit: number, version: 1 }],
  })
  await reading('blue-days', '24')
  await statistician.send('post', '/api/external-positions', {
    ...{ indicator: 'city-revenue', unit: 'qingdu', period: '2022', position: 3, of: 31 },
    ...{ scope: 'national', source: '省统计年鉴2023，第四章' },
  })
  const table = await statistician.sendFile('/api/indicator-sheets', messyTable())
  return { publication: frozen.number, tableId: table.id }
}
