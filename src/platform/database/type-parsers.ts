import pg from 'pg'

type Parser = (text: string) => unknown

const { builtins } = pg.types
/** `pg` types only the ids that it has names for. */
const getTypeParser = pg.types.getTypeParser as (oid: number, format?: string) => Parser

const INT8_ARRAY = 1016
const DATE_ARRAY = 1182
const NUMERIC_ARRAY = 1231
const TEXT_ARRAY = 1009

/** An int8 as a number. @throws RangeError instead of rounding past 2^53 − 1. */
function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is outside the safe integers`)
  return value
}

const asText: Parser = (text) => text

const textArray = getTypeParser(TEXT_ARRAY) as (text: string) => (string | null)[]

const arrayOf =
  (parse: Parser): Parser =>
  (text) =>
    textArray(text).map((item) => (item === null ? null : parse(item)))

/** The one table of how PostgreSQL values become JavaScript values; everything else is as `pg` has it. */
const PARSERS: ReadonlyMap<number, Parser> = new Map([
  [builtins.INT8, safeInteger],
  [INT8_ARRAY, arrayOf(safeInteger)],
  [builtins.DATE, asText],
  [DATE_ARRAY, arrayOf(asText)],
  [builtins.NUMERIC, asText],
  [NUMERIC_ARRAY, arrayOf(asText)],
  // A time without a zone has no instant: it stays text. Tables use timestamptz, which becomes a Date.
  [builtins.TIMESTAMP, asText],
])

/** For `pg`: int8 → number, date → `YYYY-MM-DD`, numeric → string, timestamptz → Date. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: string) =>
    (format !== 'binary' && PARSERS.get(oid)) ||
    getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}
