-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "is_online" BOOLEAN NOT NULL,
    "expires" TIMESTAMPTZ(3),
    "sealed" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop" (
    "domain" TEXT NOT NULL,
    "shopify_id" TEXT,
    "name" TEXT,
    "currency" TEXT,
    "timezone" TEXT,
    "country" TEXT,
    "locales" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "primary_locale" TEXT NOT NULL DEFAULT 'en',
    "installed_at" TIMESTAMPTZ(3) NOT NULL,
    "uninstalled_at" TIMESTAMPTZ(3),
    "prepared_at" TIMESTAMPTZ(3),
    "carrier_token_hash" TEXT NOT NULL,
    "carrier_token" TEXT NOT NULL,
    "carrier_service_id" TEXT,
    "carrier_callback_url" TEXT,
    "fingerprint_salt" TEXT NOT NULL,
    "item_id_source" TEXT NOT NULL DEFAULT 'sku',
    "soft_deadline_ms" INTEGER NOT NULL DEFAULT 350,
    "promise_life_seconds" INTEGER NOT NULL DEFAULT 300,
    "signature_mode" TEXT NOT NULL DEFAULT 'require',
    "main_origin" JSONB,

    CONSTRAINT "shop_pkey" PRIMARY KEY ("domain")
);

-- CreateTable
CREATE TABLE "onestock_connection" (
    "shop" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "api_version" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "password" TEXT NOT NULL,
    "sales_channel" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "checked_at" TIMESTAMPTZ(3),
    "endpoints_mirrored_at" TIMESTAMPTZ(3),

    CONSTRAINT "onestock_connection_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "delivery_option" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "delivery_method" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "descriptions" JSONB NOT NULL,
    "countries" TEXT[],
    "basket_total" JSONB NOT NULL,
    "weight_grams" JSONB NOT NULL,
    "price" JSONB NOT NULL,
    "currency" TEXT NOT NULL,
    "charge_once" BOOLEAN NOT NULL DEFAULT false,
    "accepted_statuses" TEXT[],
    "fallback" JSONB NOT NULL,
    "fallback_only" BOOLEAN NOT NULL DEFAULT false,
    "near_cutoff" TEXT NOT NULL DEFAULT 'show',
    "stores" JSONB,
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_option_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "onestock_endpoint" (
    "shop" TEXT NOT NULL,
    "endpoint_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT,
    "zip_code" TEXT,
    "city" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "timezone" TEXT,
    "collects" BOOLEAN NOT NULL,
    "open" BOOLEAN NOT NULL,

    CONSTRAINT "onestock_endpoint_pkey" PRIMARY KEY ("shop","endpoint_id")
);

-- CreateTable
CREATE TABLE "promise_cache" (
    "key" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "fresh_until" TIMESTAMPTZ(3) NOT NULL,
    "usable_until" TIMESTAMPTZ(3) NOT NULL,
    "options" JSON NOT NULL,
    "request_id" TEXT,

    CONSTRAINT "promise_cache_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "shown_rate" (
    "quote_id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "callback_id" UUID NOT NULL,
    "shown_at" TIMESTAMPTZ(3) NOT NULL,
    "basket_fingerprint" TEXT NOT NULL,
    "destination_fingerprint" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "postal_prefix" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "price" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "min_date" TIMESTAMPTZ(0),
    "max_date" TIMESTAMPTZ(0),
    "locale" TEXT NOT NULL,
    "rung" TEXT NOT NULL,
    "endpoint_id" TEXT,
    "promise" JSON,

    CONSTRAINT "shown_rate_pkey" PRIMARY KEY ("quote_id")
);

-- CreateTable
CREATE TABLE "callback" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "country" TEXT,
    "postal_prefix" TEXT,
    "currency" TEXT,
    "locale" TEXT,
    "lines" JSONB NOT NULL,
    "status" INTEGER NOT NULL,
    "rung" TEXT NOT NULL,
    "rate_count" INTEGER NOT NULL,
    "duration_ms" DOUBLE PRECISION NOT NULL,
    "phases_ms" JSON NOT NULL,
    "was_aborted" BOOLEAN NOT NULL DEFAULT false,
    "options" JSONB NOT NULL,
    "failure" JSONB,
    "onestock_request_id" TEXT,

    CONSTRAINT "callback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox_event" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "source" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "subject" TEXT,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "triggered_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_promise" (
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "order_name" TEXT,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "created_seen_at" TIMESTAMPTZ(3),
    "routed_seen_at" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "source" TEXT,
    "endpoint_id" TEXT,
    "groups" JSON NOT NULL DEFAULT '[]',
    "resolved_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "order_promise_pkey" PRIMARY KEY ("shop","order_id")
);

-- CreateTable
CREATE TABLE "problem" (
    "shop" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "problem_pkey" PRIMARY KEY ("shop","key")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "worker_id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("worker_id")
);

-- CreateIndex
CREATE INDEX "session_shop_is_online_idx" ON "session"("shop", "is_online");

-- CreateIndex
CREATE UNIQUE INDEX "shop_carrier_token_hash_key" ON "shop"("carrier_token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_option_shop_handle_key" ON "delivery_option"("shop", "handle");

-- CreateIndex
CREATE INDEX "promise_cache_usable_until_idx" ON "promise_cache"("usable_until");

-- CreateIndex
CREATE INDEX "promise_cache_shop_idx" ON "promise_cache"("shop");

-- CreateIndex
CREATE INDEX "shown_rate_shop_code_basket_fingerprint_destination_fingerp_idx" ON "shown_rate"("shop", "code", "basket_fingerprint", "destination_fingerprint", "shown_at");

-- CreateIndex
CREATE INDEX "shown_rate_shop_code_country_postal_prefix_shown_at_idx" ON "shown_rate"("shop", "code", "country", "postal_prefix", "shown_at");

-- CreateIndex
CREATE INDEX "shown_rate_shown_at_idx" ON "shown_rate" USING BRIN ("shown_at");

-- CreateIndex
CREATE INDEX "callback_shop_received_at_idx" ON "callback"("shop", "received_at");

-- CreateIndex
CREATE INDEX "callback_received_at_idx" ON "callback" USING BRIN ("received_at");

-- CreateIndex
CREATE INDEX "inbox_event_shop_received_at_idx" ON "inbox_event"("shop", "received_at");

-- CreateIndex
CREATE INDEX "inbox_event_state_idx" ON "inbox_event"("state");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_event_source_shop_message_id_key" ON "inbox_event"("source", "shop", "message_id");

-- CreateIndex
CREATE INDEX "order_promise_shop_first_seen_at_idx" ON "order_promise"("shop", "first_seen_at");

-- AddForeignKey
ALTER TABLE "onestock_connection" ADD CONSTRAINT "onestock_connection_shop_fkey" FOREIGN KEY ("shop") REFERENCES "shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_option" ADD CONSTRAINT "delivery_option_shop_fkey" FOREIGN KEY ("shop") REFERENCES "shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "onestock_endpoint" ADD CONSTRAINT "onestock_endpoint_shop_fkey" FOREIGN KEY ("shop") REFERENCES "shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

