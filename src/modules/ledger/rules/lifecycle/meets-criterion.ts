import type { Criterion } from '../../schema.ts'

/** Values have at most six decimals (schema/item.ts): as whole millionths they compare exactly. */
const DECIMALS = 6

/** Whether a reported value meets a closing criterion. Both are decimals as text; nothing is rounded. */
export function meetsCriterion({ direction, target }: Criterion, value: string): boolean {
  const [reported, wanted] = [millionths(value), millionths(target)]
  switch (direction) {
    case 'at-least':
      return reported >= wanted
    case 'at-most':
      return reported <= wanted
    case 'equal':
      return reported === wanted
  }
}

function millionths(decimal: string): bigint {
  const [whole = '', fraction = ''] = decimal.split('.')
  return BigInt(whole + fraction.padEnd(DECIMALS, '0'))
}
