import type { Item } from '../../../api/model.ts'
import { LightTag } from '../../../ui/light-tag.tsx'
import { DueCell } from '../table/due-cell.tsx'
import { ItemLink } from '../table/item-title.tsx'
import { Lead } from '../table/lead.tsx'
import { Marks } from '../table/marks.tsx'
import { ProgressCell } from '../table/progress-cell.tsx'

/** An item on the board. */
export function BoardCard({ item, asOf }: { item: Item; asOf: string }) {
  return (
    <article className="board-card">
      <header>
        <LightTag light={item.light} />
        <span className="figure soft">{item.number}</span>
      </header>
      <h3>
        <ItemLink id={item.id}>{item.title}</ItemLink>
      </h3>
      <p>
        <Lead item={item} />
      </p>
      <p className="board-card-clock">
        <ProgressCell item={item} />
        <DueCell item={item} asOf={asOf} />
      </p>
      <Marks item={item} />
    </article>
  )
}
