/** What of a placeholder cannot be understood, and in which paragraph it stands. */
export interface TemplateProblem {
  readonly kind: 'unfinished' | 'unclosed' | 'unopened' | 'across'
  readonly tag: string
  readonly near: string
}
