-- Invariant 1 in the database: a statement's quote is the slices of its document's text, whoever writes it.

create function reports.check_quote() returns trigger language plpgsql as $$
declare
  wrong jsonb;
begin
  if jsonb_array_length(new.spans) = 0 or jsonb_array_length(new.spans) <> jsonb_array_length(new.quote) then
    raise exception 'statement % quotes nothing', new.id using errcode = 'check_violation';
  end if;
  select s.span into wrong
    from jsonb_array_elements(new.spans) with ordinality as s (span, at)
    left join reports.document d on d.tenant_id = new.tenant_id and d.report_id = new.report_id
    where (s.span ->> 0)::int < 0
      or (s.span ->> 1)::int <= (s.span ->> 0)::int
      or new.quote ->> (s.at - 1)::int is distinct from case
        when d.units is null
          then substr(d.body, (s.span ->> 0)::int + 1, (s.span ->> 1)::int - (s.span ->> 0)::int)
        else regexp_replace(
          substr(d.units, (s.span ->> 0)::int + 1, (s.span ->> 1)::int - (s.span ->> 0)::int),
          '([\U00010000-\U0010FFFF])\uFFFF', '\1', 'g'
        )
      end
    limit 1;
  if found then
    raise exception 'the quote of statement % is not the slice % of its document', new.id, wrong
      using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger statement_quote before insert or update of spans, quote, report_id, status
  on reports.statement for each row when (new.status <> 'rejected') execute function reports.check_quote();
