import { addDays, type Day } from '../../src/kernel/day.ts'
import type { Person } from './people.ts'

/** Fictional items in every light and at several steps of their way. Answers the ids by title. */
export async function seedLedger(officer: Person, liaison: Person, today: Day): Promise<Map<string, string>> {
  const { units } = await officer.read('/api/units')
  const unit = (name: string) => units.find((one: { name: string }) => one.name === name).id as string
  const day = (count: number) => addDays(today, count)
  const ids = new Map<string, string>()
  const items: [string, string, number, object][] = [
    ['老旧电梯更新一百台', '青渡区', 40, { origin: 'public-commitment', priority: 'urgent', theme: '民生' }],
    ['汛前泵站检修', '青渡区', -12, { startOn: day(-90), origin: 'quarterly-meeting', theme: '防汛' }],
    ['公园围墙打开三处', '云泊新区', 3, { startOn: day(-60) }],
    ['老年助餐点新增十个', '鹤汀区', 20, { startOn: day(-100), supportingUnitIds: [unit('青渡区')] }],
    [
      '河道整治分段验收',
      '青渡区',
      60,
      {
        startOn: day(-30),
        content: '清淤、护岸、验收三段推进，每段有记录。',
        criterion: { indicator: '验收河段', unitOfMeasure: '段', direction: 'at-least', target: '3' },
        plan: {
          kind: 'nodes',
          nodes: [
            { name: '清淤完成', on: day(5), progress: 40 },
            { name: '全部验收', on: day(60), progress: 100 },
          ],
        },
      },
    ],
    ['路灯节能改造方案', '望汐区', 90, {}],
    ['学校门口护学岗增设', '青渡区', 30, {}],
    ['口袋公园建成开放', '青渡区', 15, {}],
    ['旧桥检测加固', '望汐区', 50, {}],
    ['环卫车辆更新', '云泊新区', 70, { supportingUnitIds: [unit('青渡区')] }],
  ]
  for (const [title, lead, due, rest] of items) {
    const item = await officer.send('post', '/api/items', {
      title,
      leadUnitId: unit(lead),
      dueOn: day(due),
      ...rest,
    })
    ids.set(title, item.id)
    if (title === '路灯节能改造方案') continue
    await officer.send('post', `/api/items/${item.id}/review`, {})
    const { supportingUnitIds = [] } = rest as { supportingUnitIds?: string[] }
    const duties = supportingUnitIds.map((unitId) => ({ unitId, task: '提供点位，配合验收' }))
    if (title !== '公园围墙打开三处') await officer.send('post', `/api/items/${item.id}/dispatch`, { duties })
  }
  const river = `/api/items/${ids.get('河道整治分段验收')}`
  await liaison.send('post', `${river}/sign`, {})
  await liaison.send('post', `${river}/progress`, { progress: 35, done: '清淤完成过半，两岸围挡已立。' })
  await liaison.send('post', `${river}/extensions`, { toDue: day(75), reason: '汛期水位高，护岸段推迟。' })
  await officer.send('post', `/api/items/${ids.get('汛前泵站检修')}/press`, {
    kind: 'press',
    text: '请尽快签收。',
  })
  await officer.send('post', '/api/views', { name: '超期清单', query: 'isOverdue=true' })
  const itemOf = (title: string) => `/api/items/${ids.get(title)}`
  for (const title of ['学校门口护学岗增设', '口袋公园建成开放']) {
    const item = itemOf(title)
    await liaison.send('post', `${item}/sign`, {})
    const link = await liaison.send('post', `${item}/links`, {
      url: 'https://example.invalid/1',
      note: '照片',
    })
    await liaison.send('post', `${item}/completion`, { done: '全部到位。', evidenceIds: [link.id] })
    await officer.send('post', `${item}/take-up`, {})
  }
  await officer.send('post', `${itemOf('口袋公园建成开放')}/close`, {
    method: 'material',
    findings: '材料属实。',
  })
  await officer.send('post', `${itemOf('旧桥检测加固')}/suspend`, { reason: '等待检测报告。' })
  await liaison.send('post', `${itemOf('环卫车辆更新')}/duties/${unit('青渡区')}/sign`, {})
  return ids
}
