-- Requests of one address or one token in the running minute, counted for all processes (docs/decisions/0029). Not logged:
-- it may be empty after a crash or on the next leader, and the count begins again. The bucket is a keyed hash: nobody's
-- address stands here. Reached by the owner alone; whom a request belongs to is not known yet when it is counted.
create unlogged table platform.rate_count (
  bucket   text primary key,
  began_at timestamptz not null,
  count    integer not null
);
create index rate_count_began on platform.rate_count (began_at);
