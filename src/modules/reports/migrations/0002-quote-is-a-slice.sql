-- Invariant 1 in the database: a statement's quote is the slices of its document's text, whoever writes it.

-- A slice by UTF-16 offsets. A character outside the basic plane counts two: it is followed by a
-- noncharacter while cutting, so that positions agree.
create function reports.slice(body text, is_basic_plane boolean, span_start int, span_end int) returns text
language sql immutable as $$
  select case
    when is_basic_plane then substr(body, span_start + 1, span_end - span_start)
    else regexp_replace(
      substr(
        regexp_replace(body, '([\U00010000-\U0010FFFF])', U&'\\1\FFFF', 'g'),
        span_start + 1, span_end - span_start
      ),
      '([\U00010000-\U0010FFFF])\uFFFF', '\1', 'g'
    )
  end
$$;

create function reports.check_quote() returns trigger language plpgsql as $$
declare
  document record;
  span jsonb;
  at int := 0;
begin
  select body, is_basic_plane into document
    from reports.document d where d.tenant_id = new.tenant_id and d.report_id = new.report_id;
  if not found or jsonb_array_length(new.spans) = 0
     or jsonb_array_length(new.spans) <> jsonb_array_length(new.quote) then
    raise exception 'statement % quotes nothing', new.id using errcode = 'check_violation';
  end if;
  for span in select value from jsonb_array_elements(new.spans) loop
    if (span ->> 0)::int < 0 or (span ->> 1)::int <= (span ->> 0)::int
       or reports.slice(document.body, document.is_basic_plane, (span ->> 0)::int, (span ->> 1)::int)
          is distinct from new.quote ->> at then
      raise exception 'quote % of statement % is not the slice % of its document', at, new.id, span
        using errcode = 'check_violation';
    end if;
    at := at + 1;
  end loop;
  return new;
end $$;

create trigger statement_quote before insert or update of spans, quote, report_id, status
  on reports.statement for each row when (new.status <> 'rejected') execute function reports.check_quote();
