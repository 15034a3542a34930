import concepts from './concepts.json' with { type: 'json' }
import {
  AGENCY,
  DIMENSIONS,
  FREQUENCIES,
  MEASURE,
  type SdmxNames,
  STRUCTURE_ID,
  STRUCTURE_VERSION,
  TIME,
} from './sdmx-data.ts'
import { idOfCode } from './sdmx-id.ts'

const SCHEMA = 'https://json.sdmx.org/2.1/sdmx-json-structure-schema.json'
const SERIES_ATTRIBUTES = ['UNIT_MEASURE']
const OBSERVATION_ATTRIBUTES = ['OBS_STATUS', 'COMMENT_OBS', 'VINTAGE']
const CODELISTS: Readonly<Record<string, string>> = {
  FREQ: 'CL_FREQ',
  REF_AREA: 'CL_UNIT',
  INDICATOR: 'CL_INDICATOR',
}

interface Named {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
}

const named = ({ id, name, nameEn }: Named) => ({
  id,
  name,
  names: nameEn ? { 'zh-CN': name, en: nameEn } : { 'zh-CN': name },
})

const maintained = (given: Named) => ({
  ...named(given),
  agencyID: AGENCY,
  version: STRUCTURE_VERSION,
})

const urn = (kind: string, id: string, item?: string) =>
  `urn:sdmx:org.sdmx.infomodel.${kind}=${AGENCY}:${id}(${STRUCTURE_VERSION})${item ? `.${item}` : ''}`

const concept = (id: string) => urn('conceptscheme.Concept', 'CS_INDICATORS', id)

/** The SDMX-JSON 2.0 structure message that says how the data messages are built, with every code's name. */
export function writeSdmxStructure(
  names: SdmxNames,
  { id, prepared, sender }: { id: string; prepared: string; sender: string },
): unknown {
  const codelist = (list: Named, codes: readonly Named[]) => ({
    ...maintained(list),
    ...(codes.length > 0 && { codes: codes.map(named) }),
  })
  return {
    $schema: SCHEMA,
    meta: {
      id,
      prepared,
      test: false,
      contentLanguages: ['zh-CN', 'en'],
      sender: { id: AGENCY, name: sender },
    },
    data: {
      dataStructures: [dataStructure()],
      dataflows: [
        {
          ...maintained({ id: STRUCTURE_ID, name: '城市指标', nameEn: 'Indicators of the city' }),
          structure: urn('datastructure.DataStructure', STRUCTURE_ID),
        },
      ],
      conceptSchemes: [
        {
          ...maintained({ id: 'CS_INDICATORS', name: '概念', nameEn: 'Concepts' }),
          concepts: concepts.map(named),
        },
      ],
      codelists: [
        codelist(
          { id: 'CL_FREQ', name: '频率', nameEn: 'Frequency' },
          Object.entries(FREQUENCIES).map(([id, names]) => ({ id, ...names })),
        ),
        codelist(
          { id: 'CL_UNIT', name: '单位', nameEn: 'Units' },
          [...names.units].map(([key, names]) => ({ id: idOfCode(key), ...names })),
        ),
        codelist(
          { id: 'CL_INDICATOR', name: '指标', nameEn: 'Indicators' },
          [...names.indicators].map(([code, { name, nameEn }]) => ({ id: idOfCode(code), name, nameEn })),
        ),
      ],
    },
  }
}

function dataStructure() {
  const attribute = (attributeRelationship: object) => (id: string) => ({
    id,
    usage: 'optional',
    attributeRelationship,
    conceptIdentity: concept(id),
    localRepresentation: { format: { dataType: id === 'VINTAGE' ? 'Integer' : 'String' } },
  })
  return {
    ...maintained({ id: STRUCTURE_ID, name: '城市指标', nameEn: 'Indicators of the city' }),
    dataStructureComponents: {
      dimensionList: {
        id: 'DimensionDescriptor',
        dimensions: DIMENSIONS.map((id, position) => ({
          id,
          position,
          conceptIdentity: concept(id),
          localRepresentation: { enumeration: urn('codelist.Codelist', CODELISTS[id]!) },
        })),
        timeDimension: {
          id: TIME,
          conceptIdentity: concept(TIME),
          localRepresentation: { format: { dataType: 'ObservationalTimePeriod' } },
        },
      },
      measureList: {
        id: 'MeasureDescriptor',
        measures: [
          {
            id: MEASURE,
            conceptIdentity: concept(MEASURE),
            localRepresentation: { format: { dataType: 'Decimal' } },
          },
        ],
      },
      attributeList: {
        id: 'AttributeDescriptor',
        attributes: [
          ...SERIES_ATTRIBUTES.map(attribute({ dimensions: [...DIMENSIONS] })),
          ...OBSERVATION_ATTRIBUTES.map(attribute({ observation: {} })),
        ],
      },
    },
  }
}
