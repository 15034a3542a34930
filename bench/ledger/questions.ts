import { addDays, type Day } from '../../src/kernel/day.ts'
import type { Asker, Question } from './ask.ts'

/** A kind of question with the requests that stand for it, asked in turn. */
export interface Kind {
  readonly name: string
  readonly questions: readonly Question[]
}

interface Facts {
  readonly officer: Asker
  readonly liaison: Asker
  readonly today: Day
  /** Leads, those of most items first. */
  readonly unitIds: readonly string[]
}

/** What people ask of the ledger all day. */
export function kindsOf({ officer, liaison, today, unitIds }: Facts): Kind[] {
  const [busy, usual, quiet] = [0, 20, 90].map((at) => unitIds[Math.min(at, unitIds.length - 1)])
  const ask = (asker: Asker, path: string, query: Record<string, string> = {}): Question => {
    const search = new URLSearchParams(query).toString()
    return { asker, path: search ? `${path}?${search}` : path }
  }
  const list = (query: Record<string, string>, asker = officer) => ask(asker, '/api/items', query)
  const month = { dueFrom: today, dueTo: addDays(today, 30) }
  const lists: Kind[] = [
    { name: 'list: red', questions: [list({ light: 'red', sort: 'dueOn' })] },
    {
      name: 'list: unit and state',
      questions: [busy, usual, quiet].map((unit) => list({ leadUnitId: unit!, state: 'in-progress' })),
    },
    { name: 'list: due within a month, by deadline', questions: [list({ ...month, sort: 'dueOn' })] },
    { name: 'list: everything, page 3', questions: [list({ page: '3' })] },
    {
      name: 'list: a unit, yellow, page 3',
      questions: [list({ unitId: busy!, light: 'yellow', page: '3' })],
    },
    {
      name: "list: a liaison's own",
      questions: [list({}, liaison), list({ isOpen: 'true', sort: 'dueOn' }, liaison)],
    },
  ]
  return [
    ...lists,
    { name: 'list: all of these in turn', questions: lists.flatMap(({ questions }) => questions) },
    { name: 'desk of the office', questions: [ask(officer, '/api/desk', { for: 'office' })] },
    { name: 'desk of a unit', questions: [ask(liaison, '/api/desk', { for: 'unit' })] },
    { name: 'statistics by unit', questions: [ask(officer, '/api/items/statistics', { by: 'unit' })] },
    {
      name: 'count',
      questions: [
        ask(officer, '/api/items/count', { isOpen: 'true' }),
        ask(officer, '/api/items/count', { light: 'red', leadUnitId: busy! }),
      ],
    },
    { name: 'search: a phrase (集体经济)', questions: [list({ q: '集体经济' })] },
    { name: 'search: two words', questions: [list({ q: '养老 整改' })] },
    { name: 'search: a rare word', questions: [list({ q: '碉楼' })] },
    { name: 'search: a frequent word', questions: [list({ q: '项目' })] },
    { name: "search: a liaison's", questions: [list({ q: '集体经济' }, liaison)] },
  ]
}
