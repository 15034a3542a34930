import { chainsOf, type Link } from './chains.ts'

/** What a decision about two parts does to the matters. */
export type PairPlan =
  | { readonly kind: 'nothing' }
  /** Neither had a matter: both begin one. */
  | { readonly kind: 'begin' }
  /** One had: the other comes to it. */
  | { readonly kind: 'add'; readonly matterId: string; readonly partId: string }
  /** Both had another one: the one with the later beginning ends in the one with the earlier. */
  | { readonly kind: 'merge'; readonly intoId: string; readonly fromId: string }

/** Two shortfalls were confirmed to be one matter. `began` sorts matters by their first part. */
export function planConfirmed(
  pair: Link,
  matterOf: ReadonlyMap<string, string>,
  began: (matterId: string) => string,
): PairPlan {
  const [one, other] = pair.map((id) => matterOf.get(id))
  if (one === undefined && other === undefined) return { kind: 'begin' }
  if (one === other) return { kind: 'nothing' }
  if (one === undefined || other === undefined) {
    return { kind: 'add', matterId: (one ?? other)!, partId: one === undefined ? pair[0] : pair[1] }
  }
  const [into, from] = began(one) <= began(other) ? [one, other] : [other, one]
  return { kind: 'merge', intoId: into, fromId: from }
}

/**
 * What is left of a matter's parts, in time order, when the links are those given: the chain with the earliest linked
 * part stays, with all that no link ever held there; every other chain goes, each on its own.
 * @returns the parts that go, by chain; none when the matter holds together without the link that was taken away
 */
export function planDismissed(
  partIds: readonly string[],
  links: readonly Link[],
  dismissed: Link,
): string[][] {
  const held = new Set([...links.flat(), ...dismissed])
  const chains = chainsOf(
    partIds.filter((id) => held.has(id)),
    links,
  )
  return chains.slice(1)
}
