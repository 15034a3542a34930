import { notFound } from '../../../kernel/errors.ts'
import type { Defined, Definitions } from './defined.ts'

/** @throws `indicators.no-such-indicator` */
export function requireDefined({ byCode }: Definitions, code: string): Defined {
  const defined = byCode.get(code)
  if (!defined) throw notFound('indicators.no-such-indicator', { code })
  return defined
}
