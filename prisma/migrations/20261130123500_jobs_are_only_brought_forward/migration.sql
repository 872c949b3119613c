-- Adds jobs, [{task, payload, key, runAt or delayMs}], each key at most once. A job that waits under the key is replaced, and its time may only be
-- brought forward: whoever says "come again later" may not know that somebody else has just said "now". A delay, which is to begin anew with each
-- that asks, is the exception: its time counts, earlier or later. One that runs goes on, and the new one comes after it. graphile-worker's own add_jobs adds nothing, and says nothing, where a worker takes the waiting job between
-- its two statements; so what it left out is added again. Says how many jobs there were; none for a null.
CREATE OR REPLACE FUNCTION "enqueue_jobs"("specs" jsonb) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  asked jsonb := (
    SELECT jsonb_agg(spec || jsonb_build_object('runAt',
      coalesce((spec ->> 'runAt')::timestamptz, now() + coalesce((spec ->> 'delayMs')::int, 0) * interval '1 ms')) ORDER BY spec ->> 'key')
    FROM jsonb_array_elements(specs) AS spec
  );
  left_out jsonb := asked;
  added text[];
BEGIN
  WHILE left_out IS NOT NULL LOOP
    -- add_jobs keeps the time of a waiting job only where it was never tried, and forgets its tries anyway.
    UPDATE graphile_worker._private_jobs SET attempts = 0
    FROM jsonb_array_elements(left_out) AS spec
    WHERE key = spec ->> 'key' AND locked_at IS NULL AND attempts > 0 AND attempts < max_attempts;
    added := ARRAY(SELECT coalesce(key, '') FROM graphile_worker.add_jobs(ARRAY(
      SELECT ROW(
        spec ->> 'task', (spec -> 'payload')::json, NULL, (spec ->> 'runAt')::timestamptz, NULL, spec ->> 'key', NULL, NULL
      )::graphile_worker.job_spec
      FROM jsonb_array_elements(left_out) AS spec
      ORDER BY spec ->> 'key'
    ), job_key_preserve_run_at => true));
    UPDATE graphile_worker._private_jobs SET run_at = (spec ->> 'runAt')::timestamptz
    FROM jsonb_array_elements(left_out) AS spec
    WHERE key = spec ->> 'key' AND locked_at IS NULL AND (run_at > (spec ->> 'runAt')::timestamptz OR spec ? 'delayMs');
    left_out := (
      SELECT jsonb_agg(spec) FROM jsonb_array_elements(left_out) AS spec
      WHERE spec ->> 'key' IS NOT NULL AND spec ->> 'key' <> ALL (added)
    );
  END LOOP;
  RETURN coalesce(jsonb_array_length(asked), 0);
END $$;
