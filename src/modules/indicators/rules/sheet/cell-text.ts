import type { Cell } from '../../../../platform/sheets/index.ts'

/** What a person reads in the cell; a number to the 15 digits that a spreadsheet shows. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return decimalOfNumber(cell)
  if (typeof cell === 'boolean') return String(cell)
  if (cell.kind === 'day') return cell.day
  if (cell.kind === 'percent') return `${decimalOfNumber(cell.fraction * 100)}%`
  return cell.text
}

/** A double as a plain decimal of at most 15 significant digits: 0.1 + 0.2 is `0.3`, 1e21 is written out. */
export function decimalOfNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)))
  const at = text.indexOf('e')
  if (at < 0) return text
  const [digits = '', exponent = '0'] = [text.slice(0, at), text.slice(at + 1)]
  return shiftDecimal(digits, Number(exponent))
}

/** The decimal × 10^power, exact: `12.5` by -4 is `0.00125`. */
export function shiftDecimal(value: string, power: number): string {
  if (power === 0) return value
  const isNegative = value.startsWith('-')
  const bare = isNegative ? value.slice(1) : value
  const dot = bare.indexOf('.')
  const whole = dot < 0 ? bare : bare.slice(0, dot)
  const digits = dot < 0 ? bare : whole + bare.slice(dot + 1)
  const point = whole.length + power
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const cut = Math.max(point, 1)
  const left = padded.slice(0, cut).replace(/^0+(?=\d)/, '')
  const right = padded.slice(cut).replace(/0+$/, '')
  const shifted = right ? `${left}.${right}` : left
  return isNegative && /[1-9]/.test(shifted) ? `-${shifted}` : shifted
}
