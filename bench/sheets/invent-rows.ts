import type { SheetColumn, SheetValue } from '../../src/platform/sheets/index.ts'
import { textInventor } from '../ledger/seed/invent-text.ts'
import { seededRandom } from '../ledger/seed/random.ts'

const column = (key: string, heading: string, type: SheetColumn['type'] = 'text'): SheetColumn => ({
  key,
  heading,
  width: 16,
  type,
})

/** The columns of a ledger as offices keep it. */
export const COLUMNS: readonly SheetColumn[] = [
  column('number', '编号'),
  column('title', '重点工作'),
  column('content', '工作内容'),
  column('lead', '牵头单位'),
  column('support', '配合单位'),
  column('due', '完成时限', 'day'),
  column('state', '办理状态'),
  column('progress', '完成进度', 'number'),
  column('done', '最新进展'),
  column('document', '来源文件'),
  column('person', '责任人'),
  column('remark', '备注'),
]

/** So many rows of the fictional city, the same in every run; a third are in progress with a report. */
export async function* inventRows(
  count: number,
  unitNames: readonly string[],
): AsyncGenerator<Record<string, SheetValue>> {
  const random = seededRandom(7)
  const text = textInventor(random)
  for (let at = 1; at <= count; at++) {
    const { title, content } = text()
    const isRunning = at % 3 === 0
    const support = [random.skewed(unitNames), random.skewed(unitNames)].slice(0, at % 3)
    yield {
      number: `测-${at}`,
      title: `${title}（第${at}号）`,
      content,
      lead: random.skewed(unitNames),
      support: support.join('、'),
      due: `2027-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`,
      state: isRunning ? '正在推进' : '未启动',
      progress: isRunning ? at % 100 : 0,
      done: isRunning ? '已完成前期工作，正在组织实施。' : '',
      document: `泊政发〔2026〕${at % 90}号`,
      person: `第${at % 40}科`,
      remark: '',
    }
  }
}
