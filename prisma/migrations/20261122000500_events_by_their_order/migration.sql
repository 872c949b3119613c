-- The events that wait are found by what they are about. Few rows wait, so the index stays small.
CREATE INDEX "inbox_event_waiting_idx" ON "inbox_event" ("shop", "subject") WHERE "state" = 'waiting';
