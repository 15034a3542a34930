import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listJournal } from '../../../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { getClaim } from '../../queries/claims/claims.ts'
import { externalPositions } from '../../queries/claims/external-positions.ts'
import { MatchClaim } from '../../schema/claims.ts'
import { addExternalPosition } from './add-external-position.ts'
import { matchClaim } from './match-claim.ts'
import { claimsDesk, publishFixture, rank, short } from './testing.ts'
import { withdrawExternalPosition } from './withdraw-external-position.ts'

let city: TestCity
const { officer, accept, check, confirm, verdicts } = claimsDesk(() => city)
beforeAll(async () => {
  city = await openTestCity()
  await publishFixture(city)
})
afterAll(() => city?.close())

describe('A match', () => {
  it('is what a person says, with who and when; taken away it is not suggested again', async () => {
    const [statement] = await accept(rank('云泊新区', '制造业规模'))
    const { id } = statement!
    expect((await getClaim(officer(), id)).match).toMatchObject({ state: 'none', indicator: null })
    const matched = await confirm(id, { indicator: 'industry', scope: 'suburban', period: '2022' })
    expect(matched.match).toMatchObject({
      state: 'confirmed',
      indicator: 'industry',
      scope: 'suburban',
      scopeName: '郊区',
      period: '2022',
      by: 'officer',
      at: '2024-04-10T02:00:00.000Z',
    })
    const [line] = (await check(statement!.reportId)).lines
    expect(line).toMatchObject({ verdict: 'confirmed', evidence: { periods: ['2022'], periodFrom: 'match' } })
    expect(await confirm(id, { indicator: null })).toMatchObject({
      verdict: null,
      match: { state: 'none', by: 'officer' },
    })
    expect((await check(statement!.reportId)).lines.map(short)).toEqual([['unknown', 'no-indicator']])
    const { entries } = await officer().transaction((tx) => listJournal(tx, { subject: { id } }))
    expect(entries.map(({ action }) => action).slice(0, 2)).toEqual([
      'indicators.claim-unmatched',
      'indicators.claim-matched',
    ])
    expect(entries[0]!.detail).toMatchObject({ before: { indicator: 'industry', verdict: 'confirmed' } })
  })

  it('refuses a version that somebody else has changed, and an indicator or a scope that is not there', async () => {
    const [statement] = await accept(rank('云泊新区', '制造业规模'))
    const { id } = statement!
    const given = (fields: object) => MatchClaim.parse({ version: 1, indicator: 'industry', ...fields })
    await expect(matchClaim(officer(), id, given({ indicator: 'nothing' }))).rejects.toMatchObject({
      code: 'indicators.no-such-indicator',
    })
    await expect(matchClaim(officer(), id, given({ scope: 'nowhere' }))).rejects.toMatchObject({
      code: 'indicators.no-such-cohort',
    })
    await matchClaim(officer(), id, given({}))
    await expect(matchClaim(officer(), id, given({}))).rejects.toMatchObject({
      code: 'indicators.claim-changed',
    })
  })

  it('among the nation is decided by the printed position, the newest of its period', async () => {
    const [claim] = await verdicts(rank('云泊新区', '规上工业总产值', { scope: '全国', position: 3 }))
    expect(claim!.match).toMatchObject({ scope: 'national', scopeName: '全国', isExternal: true })
    expect(short(claim!)).toEqual(['unknown', 'external-missing'])
    const position = { indicator: 'industry', unit: 'yunbo', scope: 'national', period: '2023' } as const
    const statistician = city.as('statistician')
    const add = (place: number, source: string) =>
      addExternalPosition(statistician, { ...position, position: place, of: 300, value: null, source })
    await add(5, '年鉴初版')
    expect((await check(claim!.reportId)).lines.map(short)).toEqual([['contradicted', 'external-differs']])
    city.setClock('2024-04-11T02:00:00Z')
    await add(3, '年鉴订正版')
    city.setClock('2024-04-10T02:00:00Z')
    const [line] = (await check(claim!.reportId)).lines
    expect(line).toMatchObject({ verdict: 'confirmed', reason: 'external-holds' })
    expect(line!.evidence!.numbers[0]).toMatchObject({ position: 3, of: 300, source: '年鉴订正版' })
    await expect(
      addExternalPosition(officer(), { ...position, position: 1, of: null, value: null, source: '简报' }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    const list = async (history: boolean) =>
      (await externalPositions(officer(), { indicator: 'industry', history })).positions
    const [newest] = await list(false)
    const [, first] = await list(true)
    expect([newest, first]).toMatchObject([{ position: 3 }, { position: 5, isSuperseded: true }])
    const withdraw = (id: string) => withdrawExternalPosition(statistician, id, { reason: '误录为云泊' })
    await expect(withdraw(first!.id)).rejects.toMatchObject({ code: 'indicators.position-superseded' })
    await expect(withdrawExternalPosition(officer(), newest!.id, { reason: 'x' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    expect(await withdraw(newest!.id)).toMatchObject({ position: null, withdrawnBecause: '误录为云泊' })
    expect(await list(false)).toEqual([])
    expect((await list(true)).map(({ isSuperseded }) => isSuperseded)).toEqual([false, true, true])
    expect((await check(claim!.reportId)).lines.map(short)).toEqual([['unknown', 'external-missing']])
  })
})
