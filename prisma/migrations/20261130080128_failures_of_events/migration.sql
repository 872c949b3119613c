-- AlterTable
ALTER TABLE "inbox_event" ADD COLUMN     "failure" JSONB;

-- Of what an event failed by the code stays, and its words are found by it. Rows from before there were codes have none.
UPDATE "inbox_event" SET "failure" = CASE
  WHEN "reason_code" IS NULL THEN jsonb_build_object('code', 'inbox_reason_unknown')
  WHEN "reason_code" = 'inbox_topic_unknown' THEN jsonb_build_object('code', "reason_code", 'params', jsonb_build_object('topic', "topic"))
  ELSE jsonb_build_object('code', "reason_code")
END
WHERE "reason" IS NOT NULL OR "state" = 'needs_attention';

-- An event that is not tried again by itself is one that waits and has an obstacle.
INSERT INTO "obstacle" ("shop", "subject_kind", "subject_id", "source", "causes", "severity", "attempts", "remedies", "since", "seen_at")
SELECT "shop", 'event', "id"::text, 'event', jsonb_build_array("failure"), 'warning', least("attempts", 10), ARRAY['retry', 'dismiss'], "received_at", now()
FROM "inbox_event" WHERE "state" = 'needs_attention';

UPDATE "inbox_event" SET "state" = 'waiting' WHERE "state" = 'needs_attention';

-- AlterTable
ALTER TABLE "inbox_event" DROP COLUMN "reason",
DROP COLUMN "reason_code";
