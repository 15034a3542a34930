import { EmbeddedActionsParser, type IToken } from 'chevrotain'
import type { ComparisonSign, Place, Syntax } from './syntax.ts'
import * as token from './tokens.ts'

const COMPARISON: Readonly<Record<string, ComparisonSign>> = {
  '<': '<',
  '＜': '<',
  '<=': '<=',
  '≤': '<=',
  '>': '>',
  '＞': '>',
  '>=': '>=',
  '≥': '>=',
  '=': '=',
  '＝': '=',
  '<>': '<>',
  '!=': '<>',
  '≠': '<>',
}

/**
 * comparison = sum [ ( < | ≤ | > | ≥ | = | ≠ ) sum ] · sum = product { ( + | − ) product }
 * product = signed { ( × | ÷ ) signed } · signed = { − | + } primary
 * primary = number [ % | ‰ | [unit] ] | "name" | word [ ( comparison { , comparison } ) ] | ( comparison )
 */
export class FormulaGrammar extends EmbeddedActionsParser {
  constructor() {
    super(token.TOKENS, { maxLookahead: 1 })
    this.performSelfAnalysis()
  }

  readonly formula = this.RULE('formula', (): Syntax => this.SUBRULE(this.comparison))

  private readonly comparison = this.RULE('comparison', (): Syntax => {
    let left = this.SUBRULE(this.sum)
    this.OPTION(() => {
      const sign = this.CONSUME(token.Compared)
      const right = this.SUBRULE2(this.sum)
      const kind = 'comparison'
      left = { kind, sign: COMPARISON[sign.image] ?? '=', left, right, at: left.at, to: right.to }
    })
    return left
  })

  private readonly sum = this.RULE('sum', (): Syntax => {
    let left = this.SUBRULE(this.product)
    this.MANY(() => {
      const isMinus = this.OR([
        { ALT: () => this.CONSUME(token.Plus) && false },
        { ALT: () => this.CONSUME(token.Minus) && true },
      ])
      const right = this.SUBRULE2(this.product)
      left = { kind: 'arithmetic', sign: isMinus ? '-' : '+', left, right, at: left.at, to: right.to }
    })
    return left
  })

  private readonly product = this.RULE('product', (): Syntax => {
    let left = this.SUBRULE(this.signed)
    this.MANY(() => {
      const isDivision = this.OR([
        { ALT: () => this.CONSUME(token.Times) && false },
        { ALT: () => this.CONSUME(token.Divided) && true },
      ])
      const right = this.SUBRULE2(this.signed)
      left = { kind: 'arithmetic', sign: isDivision ? '/' : '*', left, right, at: left.at, to: right.to }
    })
    return left
  })

  private readonly signed = this.RULE('signed', (): Syntax => {
    const minuses: number[] = []
    this.MANY(() => {
      this.OR([
        { ALT: () => minuses.push(this.CONSUME(token.Minus).startOffset) },
        { ALT: () => this.CONSUME(token.Plus) },
      ])
    })
    let of = this.SUBRULE(this.primary)
    for (const at of minuses.reverse()) of = { kind: 'negative', of, at, to: of.to }
    return of
  })

  private readonly primary = this.RULE(
    'primary',
    (): Syntax =>
      this.OR([
        { ALT: () => this.SUBRULE(this.number) },
        { ALT: () => this.SUBRULE(this.named) },
        {
          ALT: (): Syntax => {
            const quoted = this.CONSUME(token.Quoted)
            return { kind: 'reference', name: quoted.image.slice(1, -1).trim(), ...placeOf(quoted) }
          },
        },
        {
          ALT: (): Syntax => {
            const open = this.CONSUME(token.Open)
            const inner = this.SUBRULE(this.comparison)
            const close = this.CONSUME(token.Close)
            return { ...inner, at: open.startOffset, to: placeOf(close).to }
          },
        },
      ]),
  )

  private readonly number = this.RULE('number', (): Syntax => {
    const literal = this.CONSUME(token.NumberLiteral)
    let measure: string | null = null
    let last = literal
    this.OPTION(() => {
      this.OR([
        {
          ALT: () => {
            last = this.CONSUME(token.Percent)
            measure = last.image
          },
        },
        {
          ALT: () => {
            last = this.CONSUME(token.Bracketed)
            measure = last.image.slice(1, -1)
          },
        },
      ])
    })
    return { kind: 'number', value: literal.image, measure, at: literal.startOffset, to: placeOf(last).to }
  })

  private readonly named = this.RULE('named', (): Syntax => {
    const word = this.CONSUME(token.Word)
    const args: Syntax[] = []
    let close: IToken | undefined
    this.OPTION(() => {
      this.CONSUME(token.Open)
      args.push(this.SUBRULE(this.comparison))
      this.MANY(() => {
        this.CONSUME(token.Comma)
        args.push(this.SUBRULE2(this.comparison))
      })
      close = this.CONSUME(token.Close)
    })
    const { at, to } = placeOf(word)
    return close
      ? { kind: 'call', name: word.image, args, at, to: placeOf(close).to }
      : { kind: 'reference', name: word.image, at, to }
  })
}

function placeOf({ startOffset, image }: IToken): Place {
  return { at: startOffset, to: startOffset + image.length }
}
