import { expect, it } from 'vitest'
import { rankLines } from './rank-lines.ts'

const rank = (subject: string, position: number | null) => ({ subject, position, statementId: '', href: '/' })

it('draws a line for a subject told twice, with a gap where it was not told, and none for the others', () => {
  const quarters = [
    { ranks: [rank('industry', 3), rank('trade', 1)] },
    { ranks: [rank('green', null)] },
    { ranks: [rank('industry', 2), rank('green', null)] },
  ]
  expect(rankLines(quarters)).toEqual([{ subject: 'industry', positions: [3, null, 2] }])
})
