-- Settings stand in one column, each group under its name.
ALTER TABLE "shop" ADD COLUMN "settings" JSONB NOT NULL DEFAULT '{}';

UPDATE "shop"
SET "settings" = jsonb_build_object(
  'checkout', jsonb_build_object(
    'itemIdSource', "item_id_source",
    'softDeadlineMs', "soft_deadline_ms",
    'promiseLifeSeconds', "promise_life_seconds",
    'signatureMode', "signature_mode"
  ),
  'orders', "order_settings"
);

ALTER TABLE "shop" DROP COLUMN "item_id_source",
DROP COLUMN "order_settings",
DROP COLUMN "promise_life_seconds",
DROP COLUMN "signature_mode",
DROP COLUMN "soft_deadline_ms";
