import type { Scaled } from '../values/column.ts'

/** Compares a scaled value with a decimal string, exactly: negative when the value is smaller. */
export function compareWithDecimal(value: Scaled, scale: number, decimal: string): number {
  const [left, right] = alignScales(value, scale, decimal)
  return left < right ? -1 : left > right ? 1 : 0
}

/** The value and the decimal as whole numbers of one scale, and that scale. */
export function alignScales(value: Scaled, scale: number, decimal: string): [bigint, bigint, number] {
  const dot = decimal.indexOf('.')
  const places = dot < 0 ? 0 : decimal.length - dot - 1
  const digits = BigInt(dot < 0 ? decimal : decimal.slice(0, dot) + decimal.slice(dot + 1))
  const common = Math.max(scale, places)
  return [BigInt(value) * 10n ** BigInt(common - scale), digits * 10n ** BigInt(common - places), common]
}
