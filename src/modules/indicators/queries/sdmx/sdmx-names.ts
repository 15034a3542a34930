import { type Defined, definitionOn } from '../../definitions/defined.ts'
import type { MeasuredUnits } from '../../measured/measured-units.ts'
import type { SdmxNames } from '../../rules/sdmx/sdmx-data.ts'

/** What stands behind the codes, as it is called on a day. */
export function sdmxNames(all: Iterable<Defined>, units: MeasuredUnits, day: string): SdmxNames {
  return {
    indicators: new Map(
      [...all].map((defined) => {
        const { name, nameEn, measure } = definitionOn(defined, day)
        return [defined.code, { name, nameEn: nameEn || null, unitOfMeasure: measure }]
      }),
    ),
    units: new Map(units.all.map(({ key, name }) => [key, { name, nameEn: null }])),
  }
}
