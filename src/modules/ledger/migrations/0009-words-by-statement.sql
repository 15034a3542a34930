-- An item has some two dozen words, and a foreign key looks for the item once for each: half of what storing the words of
-- an import cost. The same is held once for a statement: who adds words must see their items, and an item that has
-- words is not deleted. Nobody may change a word's item or an item's id, so nothing else can part them.
alter table ledger.item_word drop constraint item_word_tenant_id_item_id_fkey;

-- Always by the primary key, whatever the ledger looked like when the plan was made: a plan is kept as long as the
-- connection, and one made for an empty ledger would read all items each time.
create function ledger.require_items_of_words() returns trigger language plpgsql
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  lost uuid;
begin
  select word.item_id into lost from (select distinct tenant_id, item_id from added) word
    where not exists (select from ledger.item i where i.tenant_id = word.tenant_id and i.id = word.item_id) limit 1;
  if found then
    raise exception 'words of item %, which is not there', lost using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger item_word_has_item after insert on ledger.item_word
  referencing new table as added for each statement execute function ledger.require_items_of_words();

create function ledger.keep_items_of_words() returns trigger language plpgsql as $$
begin
  if exists (select from removed join ledger.item_word using (tenant_id) where item_word.item_id = removed.id) then
    raise exception 'items that have words are not deleted' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger item_keeps_words after delete on ledger.item
  referencing old table as removed for each statement execute function ledger.keep_items_of_words();
