-- Few orders are cancelled, and each is noted once.
CREATE INDEX "order_note_cancelled_idx" ON "order_note" ("shop", "order_id") WHERE "key" = 'cancelled';
