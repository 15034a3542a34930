import { expect, test } from 'vitest'
import { daysInMonth } from '../../../../kernel/day.ts'
import { dayNumber, dayOfNumber } from '../../../../kernel/day-number.ts'
import { monthPosition } from './month-position.ts'

test('for two centuries every month is one month long, and its days are equal', () => {
  const length = monthPosition(dayNumber('2024-01-31')) - monthPosition(dayNumber('2023-12-31'))
  for (let day = dayNumber('1899-12-31'); day < dayNumber('2104-01-01'); day++) {
    const [year, month] = dayOfNumber(day + 1)
      .split('-')
      .map(Number)
    const step = monthPosition(day + 1) - monthPosition(day)
    if (step !== length / daysInMonth(year!, month!)) expect.fail(`${dayOfNumber(day + 1)} is ${step} long`)
  }
})
