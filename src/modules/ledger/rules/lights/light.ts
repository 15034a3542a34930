/**
 * Light by shape, word and colour. `none`: no clock runs; `paused`: suspended; `done`, `done-late`: closed, the second
 * one for ever. The four between are given by rules, in the order of `SEVERITY`.
 */
export type Light = 'none' | 'green' | RuleLight | 'paused' | 'done' | 'done-late'

/** The lights that a rule can give. */
export type RuleLight = 'blue' | 'yellow' | 'orange' | 'red'

/** From the mildest to the gravest (DOMAIN.md 1.3): of several the gravest is shown. */
export const SEVERITY = ['blue', 'yellow', 'orange', 'red'] as const satisfies readonly RuleLight[]
