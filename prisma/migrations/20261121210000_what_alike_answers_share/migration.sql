-- Rates that were shown before this migration stay known by what they showed; their quote ids are not kept.

CREATE TABLE "rate_answer" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "composed_at" TIMESTAMPTZ(3) NOT NULL,
    "country" TEXT,
    "postal_prefix" TEXT,
    "currency" TEXT,
    "locale" TEXT,
    "lines" JSONB NOT NULL,
    "status" INTEGER NOT NULL,
    "rung" TEXT NOT NULL,
    "rate_count" INTEGER NOT NULL,
    "options" JSONB NOT NULL,
    "failure" JSONB,
    "onestock_request_id" TEXT,

    CONSTRAINT "rate_answer_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "showing" (
    "callback_id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "answer_id" UUID NOT NULL,
    "shown_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "showing_pkey" PRIMARY KEY ("callback_id")
);

INSERT INTO "rate_answer"
SELECT "id", "shop", "received_at", "country", "postal_prefix", "currency", "locale", "lines", "status", "rung", "rate_count",
    "options", "failure", "onestock_request_id"
FROM "callback";

INSERT INTO "showing"
SELECT DISTINCT ON ("callback_id") "callback_id", "shop", "callback_id", "shown_at" FROM "shown_rate";

DROP INDEX "shown_rate_shop_code_basket_fingerprint_destination_fingerp_idx";
DROP INDEX "shown_rate_shop_code_country_postal_prefix_shown_at_idx";
DROP INDEX "shown_rate_shown_at_idx";

ALTER TABLE "shown_rate" RENAME COLUMN "callback_id" TO "answer_id";
ALTER TABLE "shown_rate" RENAME COLUMN "shown_at" TO "composed_at";
ALTER TABLE "shown_rate" RENAME CONSTRAINT "shown_rate_callback_id_not_null" TO "shown_rate_answer_id_not_null";
ALTER TABLE "shown_rate" RENAME CONSTRAINT "shown_rate_shown_at_not_null" TO "shown_rate_composed_at_not_null";
ALTER TABLE "shown_rate" ADD COLUMN "number" SMALLINT;
UPDATE "shown_rate" SET "number" = numbered."number" FROM (
    SELECT "quote_id", row_number() OVER (PARTITION BY "answer_id" ORDER BY "quote_id") AS "number" FROM "shown_rate"
) numbered WHERE numbered."quote_id" = "shown_rate"."quote_id";
ALTER TABLE "shown_rate" ALTER COLUMN "number" SET NOT NULL,
DROP CONSTRAINT "shown_rate_pkey",
DROP COLUMN "quote_id",
ADD CONSTRAINT "shown_rate_pkey" PRIMARY KEY ("answer_id", "number");

ALTER TABLE "callback" ADD COLUMN "answer_id" UUID;
UPDATE "callback" SET "answer_id" = "id";
ALTER TABLE "callback" ALTER COLUMN "answer_id" SET NOT NULL,
DROP COLUMN "country",
DROP COLUMN "currency",
DROP COLUMN "failure",
DROP COLUMN "lines",
DROP COLUMN "locale",
DROP COLUMN "onestock_request_id",
DROP COLUMN "options",
DROP COLUMN "postal_prefix",
DROP COLUMN "rate_count",
DROP COLUMN "rung",
DROP COLUMN "status";

CREATE INDEX "rate_answer_shop_idx" ON "rate_answer"("shop");
CREATE INDEX "rate_answer_composed_at_idx" ON "rate_answer" USING BRIN ("composed_at");
CREATE INDEX "showing_answer_id_shown_at_idx" ON "showing"("answer_id", "shown_at");
CREATE INDEX "showing_shown_at_idx" ON "showing" USING BRIN ("shown_at");
CREATE INDEX "shown_rate_shop_code_basket_fingerprint_destination_fingerp_idx" ON "shown_rate"("shop", "code", "basket_fingerprint", "destination_fingerprint", "composed_at");
CREATE INDEX "shown_rate_shop_code_country_postal_prefix_composed_at_idx" ON "shown_rate"("shop", "code", "country", "postal_prefix", "composed_at");
CREATE INDEX "shown_rate_composed_at_idx" ON "shown_rate" USING BRIN ("composed_at");

CREATE TABLE "answered_hour" (
    "shop" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "rung" TEXT NOT NULL,
    "answers" INTEGER NOT NULL,
    "promised" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,

    CONSTRAINT "answered_hour_pkey" PRIMARY KEY ("shop","hour","rung")
);
CREATE INDEX "answered_hour_hour_idx" ON "answered_hour"("hour");
