-- Adds jobs, [{task, payload, key, runAt or delayMs}], each key at most once. A job that waits under the key is replaced; one that runs goes on,
-- and the new one comes after it. graphile-worker's own add_jobs adds nothing, and says nothing, where a worker takes the waiting job between
-- its two statements; so what it left out is added again. Says how many jobs there were; none for a null.
CREATE FUNCTION "enqueue_jobs"("specs" jsonb) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  left_out jsonb := specs;
  added text[];
BEGIN
  WHILE left_out IS NOT NULL LOOP
    added := ARRAY(SELECT coalesce(key, '') FROM graphile_worker.add_jobs(ARRAY(
      SELECT ROW(
        spec ->> 'task', (spec -> 'payload')::json, NULL,
        coalesce((spec ->> 'runAt')::timestamptz, now() + coalesce((spec ->> 'delayMs')::int, 0) * interval '1 ms'),
        NULL, spec ->> 'key', NULL, NULL)::graphile_worker.job_spec
      FROM jsonb_array_elements(left_out) AS spec
      ORDER BY spec ->> 'key'
    )));
    left_out := (
      SELECT jsonb_agg(spec) FROM jsonb_array_elements(left_out) AS spec
      WHERE spec ->> 'key' IS NOT NULL AND spec ->> 'key' <> ALL (added)
    );
  END LOOP;
  RETURN coalesce(jsonb_array_length(specs), 0);
END $$;

-- Whether a job of this key waits or runs. One that is used up will not.
CREATE FUNCTION "has_job"("job_key" text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM graphile_worker.jobs WHERE key = job_key AND (attempts < max_attempts OR locked_at IS NOT NULL)
  );
END $$;
