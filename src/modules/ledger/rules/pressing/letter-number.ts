import data from './letter-number.json' with { type: 'json' }

/** The number that a letter or notice carries, in the form of official documents. */
export function letterNumber(year: number, number: number): string {
  return data.format.replace('{year}', String(year)).replace('{number}', String(number))
}
