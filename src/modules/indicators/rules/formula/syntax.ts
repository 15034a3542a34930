/** Where a part of a formula stands in its text: characters from 0, `to` not included. */
export interface Place {
  readonly at: number
  readonly to: number
}

export type ArithmeticSign = '+' | '-' | '*' | '/'
export type ComparisonSign = '<' | '<=' | '>' | '>=' | '=' | '<>'

/** A formula as it was written, nothing resolved. */
export type Syntax = Place &
  (
    | { readonly kind: 'number'; readonly value: string; readonly measure: string | null }
    | { readonly kind: 'reference'; readonly name: string }
    | { readonly kind: 'negative'; readonly of: Syntax }
    | {
        readonly kind: 'arithmetic'
        readonly sign: ArithmeticSign
        readonly left: Syntax
        readonly right: Syntax
      }
    | {
        readonly kind: 'comparison'
        readonly sign: ComparisonSign
        readonly left: Syntax
        readonly right: Syntax
      }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Syntax[] }
  )
