-- AlterTable
ALTER TABLE "order_promise" ADD COLUMN     "causes" JSONB;

-- AlterTable
ALTER TABLE "order_export" ADD COLUMN     "causes" JSONB;

-- What is kept of a reason as causes. Of one with a sentence only, the sentence is what a code's words name; so it is of one whose words
-- name what was not kept. What OneStock did not take had its id and OneStock's words with the quotes and brackets of English.
CREATE FUNCTION pg_temp.causes_of(reason text, causes jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT CASE
    WHEN reason = 'The order is sent to OneStock once it is paid.' THEN '[{"code": "awaiting_payment"}]'::jsonb
    WHEN jsonb_typeof(causes) = 'array' AND jsonb_array_length(causes) > 0 AND NOT causes @> '[{"code": "metafields_refused"}]'
      AND NOT causes @> '[{"code": "account_missing"}]'
    THEN (
      SELECT jsonb_agg(part ORDER BY place, number)
      FROM jsonb_array_elements(causes) WITH ORDINALITY AS kept (cause, place)
      CROSS JOIN LATERAL (
        SELECT 1, CASE
          WHEN cause ->> 'code' LIKE 'not\_taken.unknown\_%' AND coalesce(btrim(cause -> 'params' ->> 'id', ' “”'), '') = ''
            THEN jsonb_build_object('code', replace(cause ->> 'code', 'unknown_', ''))
          WHEN cause ->> 'code' LIKE 'not\_taken.unknown\_%'
            THEN jsonb_build_object('code', cause ->> 'code', 'params', jsonb_build_object('id', btrim(cause -> 'params' ->> 'id', ' “”')))
          WHEN cause ->> 'code' LIKE 'not\_taken.%' THEN jsonb_build_object('code', cause ->> 'code')
          ELSE cause END
        UNION ALL
        SELECT 2, jsonb_build_object('code', 'onestock_said', 'params',
          jsonb_build_object('said', btrim(cause -> 'params' ->> 'said', ' (“”)')))
        WHERE cause ->> 'code' LIKE 'not\_taken.%' AND cause -> 'params' ->> 'said' <> ''
      ) AS parts (number, part)
    )
    ELSE jsonb_build_array(jsonb_build_object('code', 'told_by_earlier_version', 'params', jsonb_build_object('text', reason)))
  END WHERE reason IS NOT NULL
$$;

CREATE FUNCTION pg_temp.causes_of_code(reason text, code text) RETURNS jsonb LANGUAGE sql AS $$
  SELECT pg_temp.causes_of(reason, CASE WHEN code IS NOT NULL THEN jsonb_build_array(jsonb_build_object('code', code)) END)
$$;

-- What needs attention is an obstacle.
INSERT INTO "obstacle" ("shop", "subject_kind", "subject_id", "source", "causes", "severity", "remedies", "since", "seen_at")
SELECT "shop", 'order', "order_id", 'promise',
  coalesce(pg_temp.causes_of_code("reason", "reason_code"), '[{"code": "order_failed_inside"}]'),
  'critical', ARRAY['retry', 'dismiss', 'open'], "first_seen_at", now()
FROM "order_promise" WHERE "state" = 'needs_attention';

INSERT INTO "obstacle" ("shop", "subject_kind", "subject_id", "source", "causes", "severity", "remedies", "since", "seen_at")
SELECT "shop", 'order', "order_id", "source",
  coalesce(pg_temp.causes_of("reason", "reason_causes"), '[{"code": "export_failed_inside"}]'), 'critical',
  CASE WHEN "source" = 'comparison' AND "reason_causes" @> '[{"code": "fulfilment_uncertain"}]'
    THEN ARRAY['decide', 'retry', 'open'] ELSE ARRAY['retry', 'open'] END,
  coalesce("compared_at", "exported_at", "created_at"), now()
FROM "order_export" AS "export"
CROSS JOIN LATERAL (
  SELECT CASE WHEN "export"."exported_at" IS NOT NULL AND EXISTS (
    SELECT FROM "order_note" AS "note"
    WHERE "note"."shop" = "export"."shop" AND "note"."order_id" = "export"."order_id" AND "note"."kind" = 'blocked'
      AND "note"."facts" ->> 'reason' = "export"."reason"
  ) THEN 'comparison' ELSE 'export' END
) AS "found" ("source")
WHERE "state" = 'needs_attention';

INSERT INTO "obstacle" ("shop", "subject_kind", "subject_id", "source", "causes", "severity", "remedies", "since", "seen_at")
SELECT "shop", 'order', "order_id", 'difference', pg_temp.causes_of("difference", "difference_causes"), 'warning', ARRAY['dismiss', 'open'],
  coalesce("exported_at", "created_at"), now()
FROM "order_export" WHERE "difference" IS NOT NULL;

-- What waits, was left out or has no promise keeps its causes.
UPDATE "order_promise" SET "causes" = pg_temp.causes_of_code("reason", "reason_code")
WHERE "reason" IS NOT NULL AND "state" <> 'needs_attention';

UPDATE "order_export" SET "causes" = pg_temp.causes_of("reason", "reason_causes")
WHERE "reason" IS NOT NULL AND "state" <> 'needs_attention';

UPDATE "order_promise" SET "state" = 'waiting' WHERE "state" = 'needs_attention';

UPDATE "order_export" SET "state" = CASE
  WHEN "exported_at" IS NULL THEN 'waiting' WHEN "closed_at" IS NULL THEN 'exported' ELSE 'closed' END
WHERE "state" = 'needs_attention';

UPDATE "fulfillment_intent" SET "state" = 'in_doubt' WHERE "state" = 'needs_attention';

-- Notes have no sentences either.
UPDATE "order_note" SET "facts" = (
  ("facts"::jsonb - 'reason' - 'difference') || jsonb_build_object('causes',
    pg_temp.causes_of(coalesce("facts" ->> 'reason', "facts" ->> 'difference'), "facts"::jsonb -> 'causes'))
)::json
WHERE coalesce("facts" ->> 'reason', "facts" ->> 'difference') IS NOT NULL;

DROP FUNCTION pg_temp.causes_of_code(text, text);
DROP FUNCTION pg_temp.causes_of(text, jsonb);

-- AlterTable
ALTER TABLE "order_promise" DROP COLUMN "reason",
DROP COLUMN "reason_code";

-- AlterTable
ALTER TABLE "order_export" DROP COLUMN "difference",
DROP COLUMN "difference_causes",
DROP COLUMN "reason",
DROP COLUMN "reason_causes";

-- AlterTable
ALTER TABLE "fulfillment_intent" DROP COLUMN "reason",
DROP COLUMN "reason_causes";

-- Partial indexes: schema.prisma has no words for these.
DROP INDEX "order_promise_unsettled_idx";
DROP INDEX "order_export_unsettled_idx";
DROP INDEX "fulfillment_intent_needs_attention_idx";
CREATE INDEX "order_promise_unsettled_idx" ON "order_promise" ("shop", "order_id") WHERE "state" = 'waiting';
CREATE INDEX "order_export_unsettled_idx" ON "order_export" ("shop", "order_id") WHERE "state" = 'waiting';
