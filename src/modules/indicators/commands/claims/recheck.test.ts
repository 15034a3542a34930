import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listJournal } from '../../../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { correctFixtureStatement, decideFixtureStatement } from '../../../reports/testing.ts'
import { getClaim } from '../../queries/claims/claims.ts'
import { publishForTest } from '../../testing.ts'
import { claimsDesk, everyDistrict, publishFixture, rank, short } from './testing.ts'

let city: TestCity
const { officer, check, verdicts } = claimsDesk(() => city)
beforeAll(async () => {
  city = await openTestCity()
  await publishFixture(city)
})
afterAll(() => city?.close())

describe('A claim after its check', () => {
  it('that was right and has been revised since says so, and the journal keeps the first verdict', async () => {
    const statistician = city.as('statistician')
    await publishForTest(statistician, {
      industry: { '2017': { ...everyDistrict(() => '10'), wangxi: '11' } },
    })
    const [claim] = await verdicts(rank('望汐区', '规上工业总产值', {}, '2017'))
    expect(short(claim!)).toEqual(['confirmed', 'rank-holds'])
    const first = claim!.vintage!
    await publishForTest(statistician, { industry: { '2017': { wangxi: '9' } } }, 'census')
    expect(await getClaim(officer(), claim!.id)).toMatchObject({ isOutdated: true, vintage: first })
    const sheet = await check(claim!.reportId)
    expect(sheet.lines[0]).toMatchObject({
      verdict: 'confirmed',
      vintage: first,
      isOutdated: false,
      evidence: {
        since: 'confirmed-then-revised',
        ofDay: first,
        ofDayFrom: 'first-check',
        newest: { vintage: first + 1, verdict: 'contradicted', reasons: ['rank-differs'] },
      },
    })
    const { entries } = await officer().transaction((tx) =>
      listJournal(tx, { subject: { id: claim!.reportId } }),
    )
    const checks = entries.filter(({ action }) => action === 'indicators.claims-checked')
    expect(checks[0]!.detail).toMatchObject({
      verdicts: [
        { before: { verdict: 'confirmed', vintage: first }, after: { since: 'confirmed-then-revised' } },
      ],
    })
    expect(checks).toHaveLength(2)
    // Checked again on the same numbers nothing changes, and the journal says that, too.
    await check(claim!.reportId)
    const again = await officer().transaction((tx) => listJournal(tx, { subject: { id: claim!.reportId } }))
    expect(again.entries[0]!.detail).toMatchObject({ confirmed: 1, verdicts: [] })
  })

  it('printed before a revision is judged by what had been published on its day', async () => {
    const statistician = city.as('statistician')
    await publishForTest(statistician, {
      retail: { '2016': { ...everyDistrict(() => '10'), jinting: '11' } },
    })
    city.setClock('2024-05-06T02:00:00Z')
    await publishForTest(statistician, { retail: { '2016': { jinting: '9' } } })
    const [claim] = await verdicts(rank('锦汀区', '社会消费品零售总额', {}, '2016'))
    expect(claim).toMatchObject({
      verdict: 'confirmed',
      evidence: { since: 'confirmed-then-revised', ofDayFrom: 'report' },
    })
    city.setClock('2024-04-10T02:00:00Z')
  })

  it('follows its statement: corrected it is open again with its match, reopened it is gone, accepted it is back', async () => {
    const [claim] = await verdicts(rank('云泊新区', '规上工业总产值'))
    expect(claim!.verdict).toBe('confirmed')
    await correctFixtureStatement(officer(), claim!.id, {
      version: 2,
      detail: { scope: '全市', position: 2, streakYears: null },
    })
    expect(await getClaim(officer(), claim!.id)).toMatchObject({
      verdict: null,
      evidence: null,
      detail: { position: 2 },
      match: { state: 'confirmed', indicator: 'industry' },
    })
    expect((await check(claim!.reportId)).lines.map(short)).toEqual([['contradicted', 'rank-differs']])
    await decideFixtureStatement(officer(), claim!.id, { version: 3, decision: 'reopen' })
    await expect(getClaim(officer(), claim!.id)).rejects.toMatchObject({ code: 'indicators.no-such-claim' })
    await expect(check(claim!.reportId)).rejects.toMatchObject({ code: 'indicators.no-claims' })
    await decideFixtureStatement(officer(), claim!.id, { version: 4, decision: 'accept' })
    expect(await getClaim(officer(), claim!.id)).toMatchObject({
      match: { state: 'confirmed' },
      verdict: null,
    })
  })
})
