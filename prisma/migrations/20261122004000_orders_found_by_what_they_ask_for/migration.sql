-- Orders are found by their name, and counted by the day on which they were sent.
CREATE INDEX "order_promise_shop_order_name_idx" ON "order_promise"("shop", "order_name");
CREATE INDEX "order_export_shop_exported_at_idx" ON "order_export"("shop", "exported_at");

-- Of all states only these are ever looked for: the few orders that ask for something. The indexes stay small.
DROP INDEX "order_promise_state_idx";
DROP INDEX "order_export_state_idx";
CREATE INDEX "order_promise_unsettled_idx" ON "order_promise" ("state", "shop", "order_id") WHERE "state" IN ('waiting', 'needs_attention');
CREATE INDEX "order_export_unsettled_idx" ON "order_export" ("state", "shop", "order_id") WHERE "state" IN ('waiting', 'needs_attention');
CREATE INDEX "fulfillment_intent_needs_attention_idx" ON "fulfillment_intent" ("shop", "order_id") WHERE "state" = 'needs_attention';
CREATE INDEX "order_note_holds_idx" ON "order_note" ("shop", "kind", "order_id", "key") WHERE "kind" IN ('held', 'released');
