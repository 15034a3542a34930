import type { Context, Tx } from '../../kernel/context.ts'

/** The key that a request came under, until its transaction has taken it. */
export interface RequestClaim {
  readonly key: string
  /** SHA-256 of what was asked under the key. */
  readonly fingerprint: string
  readonly requestId: string
  /** The transaction that took the key last: it need not take it again. */
  takenIn?: Tx
}

const CLAIM = Symbol('request claim')

type Claiming = Context & { [CLAIM]?: RequestClaim }

/** Gives a request's context its key. What was made of the context before has it too. */
export function claimFor(ctx: Context, claim: RequestClaim): void {
  const claiming: Claiming = ctx
  claiming[CLAIM] = claim
}

export const claimOf = (ctx: Context): RequestClaim | undefined => (ctx as Claiming)[CLAIM]
