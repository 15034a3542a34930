/** Parts of a month: divisible by 28, 29, 30 and 31, so that a day is always a whole number of parts. */
const PARTS = 377_580

/**
 * Where the end of a day (`dayNumber`) lies on a line on which all months are equally long and, inside a month, all days.
 *
 * The sources count months: January to November is 11/12 = 91.7 % (宣城 2020), January to September 75 % (铜梁 2024),
 * half a year is half (时间过半), DOMAIN.md 1.3. Days alone would make 30 June 49.6 % of the year.
 */
export function monthPosition(day: number): number {
  // The inverse of dayNumber, without text: years begin on 1 March, so that month 11 of a year is February.
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const month = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * month + 2) / 5) + 1
  const length = month === 11 ? februaryOf(yearOfEra + 1) : month % 5 === 1 || month % 5 === 3 ? 30 : 31
  return ((era * 400 + yearOfEra) * 12 + month) * PARTS + (date * PARTS) / length
}

function februaryOf(year: number): number {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}
