interface Stored {
  readonly key: string
  readonly kind: string
  readonly position: number
  readonly words: string | null
  readonly fingerprint: string
  readonly is_outcome_decided: boolean
}

interface Fresh {
  readonly key: string
  readonly fingerprint: string
}

export interface DraftPlan<S extends Stored, F extends Fresh> {
  readonly add: readonly F[]
  /** Untouched lines that follow their sources. */
  readonly renew: readonly { readonly line: S; readonly now: F }[]
  /** Lines that stay as they are although their sources say something else, or nothing any more. */
  readonly stale: readonly S[]
  /** Where added lines begin. */
  readonly nextPosition: number
}

/** What drafting again does to the lines that are there: words and decisions of a person are never written over. */
export function planDraft<S extends Stored, F extends Fresh>(
  lines: readonly S[],
  fresh: readonly F[],
): DraftPlan<S, F> {
  const byKey = new Map(lines.map((line) => [line.key, line]))
  const now = new Map(fresh.map((line) => [line.key, line]))
  const changed = lines.filter(
    ({ key, kind, fingerprint }) => kind !== 'own' && now.get(key)?.fingerprint !== fingerprint,
  )
  const isUntouched = ({ key, words, is_outcome_decided }: S) =>
    words === null && !is_outcome_decided && now.has(key)
  return {
    add: fresh.filter(({ key }) => !byKey.has(key)),
    renew: changed.filter(isUntouched).map((line) => ({ line, now: now.get(line.key)! })),
    stale: changed.filter((line) => !isUntouched(line)),
    nextPosition: Math.max(0, ...lines.map(({ position }) => position)) + 1,
  }
}
