import { expect, it } from 'vitest'
import bounded from './bounded.json' with { type: 'json' }
import { buildsExpressions, builtBy, type FoundExpression, literalsOf, sourceFiles } from './collect.ts'
import { whySlow } from './time-expression.ts'

const longestOf = (at: string) => bounded.places.find(({ under }) => at.startsWith(under))?.longest

function slowOnes(expressions: readonly FoundExpression[]): string[] {
  const each = new Map(expressions.map((one) => [`${one.source}/${one.flags}`, one]))
  return [...each.values()].flatMap((one) => {
    const why = whySlow(one, { length: longestOf(one.at) })
    return why ? [`${one.at} /${one.source}/${one.flags} on ${why}`] : []
  })
}

it.each([
  ['(a+)+$', 'hangs|signs'],
  ['(?:市|市)*区$', 'hangs|signs'],
  ['\\s+$', 'signs'],
  ['x*x*x*y', 'hangs|signs'],
])('the clock finds what is known to go back for ever: %s', (source, why) => {
  expect(whySlow({ at: 'here', source, flags: 'u' }, { limitMs: 2000, length: 200_000 })).toMatch(
    new RegExp(why),
  )
})

it.each(['^[a-z]+$', '(?<!\\s)\\s+$', '[市区]{2,4}', '\\d{4}年'])('and nothing against %s', (source) => {
  expect(whySlow({ at: 'here', source, flags: 'u' })).toBeUndefined()
})

it('No expression of the product goes back over a long text, written out or built', {
  timeout: 240_000,
}, async () => {
  const files = sourceFiles('src/')
  const literals = [...files, ...sourceFiles('web/src/')].flatMap(literalsOf)
  expect(literals.length).toBeGreaterThan(1000)
  const built = await builtBy(files.filter(buildsExpressions))
  expect(built.length).toBeGreaterThan(100)
  expect(slowOnes([...literals, ...built])).toEqual([])
})

it('An expression that is held to a shorter text stands where it is said to', () => {
  const files = [...sourceFiles('src/'), ...sourceFiles('web/src/')]
  for (const { under } of bounded.places) expect(files.some((file) => file.startsWith(under))).toBe(true)
})
