import {
  AliasNode,
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  type DeleteQueryNode,
  IdentifierNode,
  type JoinNode,
  type KyselyPlugin,
  OnNode,
  type OperationNode,
  OperationNodeTransformer,
  OperatorNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  ReferenceNode,
  type RootOperationNode,
  type SelectQueryNode,
  TableNode,
  type UnknownRow,
  type UpdateQueryNode,
  ValueNode,
  WhereNode,
} from 'kysely'
import { REFERENCE_TABLES } from './reference-tables.ts'
import { THIS_TENANT } from './this-tenant.ts'

/**
 * Writes the tenant of the flow into every built statement: each table of a tenant in `from`, `join`, `update` and
 * `delete` gets `tenant_id = $n`, and `thisTenant` in SQL by hand becomes that parameter. Row-level security remains
 * the second lock; this is what lets Citus ask one machine only, which it decides from the statement (decision 32).
 */
export class TenantFilter implements KyselyPlugin {
  readonly #tenantId: () => string | undefined

  constructor(tenantId: () => string | undefined) {
    this.#tenantId = tenantId
  }

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    return new TenantTransformer(this.#tenantId()).transformNode(node, queryId)
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result
  }
}

class TenantTransformer extends OperationNodeTransformer {
  readonly #tenantId: string | undefined

  constructor(tenantId: string | undefined) {
    super()
    this.#tenantId = tenantId
  }

  protected override transformValue(node: ValueNode): ValueNode {
    if (node.value !== THIS_TENANT) return node
    if (this.#tenantId === undefined)
      throw new Error('A statement of a tenant outside a tenant’s transaction')
    return ValueNode.create(this.#tenantId)
  }

  protected override transformSelectQuery(node: SelectQueryNode): SelectQueryNode {
    const plain = super.transformSelectQuery(node)
    return this.#narrow(plain, plain.from?.froms ?? [])
  }

  protected override transformUpdateQuery(node: UpdateQueryNode): UpdateQueryNode {
    const plain = super.transformUpdateQuery(node)
    return this.#narrow(plain, [...(plain.table ? [plain.table] : []), ...(plain.from?.froms ?? [])])
  }

  protected override transformDeleteQuery(node: DeleteQueryNode): DeleteQueryNode {
    const plain = super.transformDeleteQuery(node)
    return this.#narrow(plain, [...plain.from.froms, ...(plain.using?.tables ?? [])])
  }

  /** In the join's own condition, so that an outer join keeps its rows. */
  protected override transformJoin(node: JoinNode): JoinNode {
    const plain = super.transformJoin(node)
    const condition = this.#conditionOf(plain.table)
    if (!condition) return plain
    return {
      ...plain,
      on: plain.on ? OnNode.cloneWithOperation(plain.on, 'And', condition) : OnNode.create(condition),
    }
  }

  #narrow<T extends OperationNode & { readonly where?: WhereNode | undefined }>(
    node: T,
    tables: readonly OperationNode[],
  ): T {
    const conditions = tables.flatMap((table) => this.#conditionOf(table) ?? [])
    if (conditions.length === 0) return node
    const all = conditions.reduce((left, right) => AndNode.create(left, right))
    return {
      ...node,
      where: node.where ? WhereNode.cloneWithOperation(node.where, 'And', all) : WhereNode.create(all),
    }
  }

  #conditionOf(source: OperationNode): OperationNode | undefined {
    const table = AliasNode.is(source) ? source.node : source
    if (this.#tenantId === undefined || !TableNode.is(table)) return undefined
    const { schema, identifier } = table.table
    // Without a schema it is a part of the statement itself (`with`), which is narrowed where it is made.
    if (!schema || `${schema.name}.${identifier.name}` in REFERENCE_TABLES) return undefined
    const named =
      AliasNode.is(source) && IdentifierNode.is(source.alias) ? TableNode.create(source.alias.name) : table
    return BinaryOperationNode.create(
      ReferenceNode.create(ColumnNode.create('tenant_id'), named),
      OperatorNode.create('='),
      ValueNode.create(this.#tenantId),
    )
  }
}
