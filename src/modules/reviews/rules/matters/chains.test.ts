import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chainsOf, type Link } from './chains.ts'

test('A is B and B is C: the three are one matter', () => {
  expect(
    chainsOf(
      ['a', 'b', 'c', 'd'],
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
    ),
  ).toEqual([['a', 'b', 'c'], ['d']])
})

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const link = fc.tuple(fc.constantFrom(...IDS, 'elsewhere'), fc.constantFrom(...IDS, 'elsewhere'))

/** Who is reached, by walking from each again and again until nobody new is found. */
function reached(from: string, links: readonly Link[]): Set<string> {
  const known = new Set([from])
  for (let size = 0; size !== known.size; ) {
    size = known.size
    for (const [one, other] of links) {
      if (one === 'elsewhere' || other === 'elsewhere') continue
      if (known.has(one)) known.add(other)
      if (known.has(other)) known.add(one)
    }
  }
  return known
}

test('a chain is who is reached by walking the links, and everybody is in one', () => {
  fc.assert(
    fc.property(fc.array(link, { maxLength: 10 }), (links) => {
      const chains = chainsOf(IDS, links)
      expect(chains.flat().toSorted()).toEqual(IDS)
      for (const chain of chains) expect(new Set(chain)).toEqual(reached(chain[0]!, links))
    }),
  )
})
