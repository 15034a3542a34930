import type { Column } from '../../values/column.ts'

/** The values that a component is scored by. */
export interface ComponentColumns {
  readonly actual: Column
  /** The units' own targets, for `target: 'own'`. */
  readonly target?: Column
}
