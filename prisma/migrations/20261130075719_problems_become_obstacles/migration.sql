-- The open problems become obstacles of what they are about. One that was kept without its cause is found again by the next check.
INSERT INTO "obstacle" ("shop", "subject_kind", "subject_id", "source", "causes", "severity", "remedies", "since", "seen_at")
SELECT
    "shop",
    CASE
        WHEN "key" LIKE 'customer\_data\_request\_%' THEN 'customer_request'
        WHEN "key" LIKE 'onestock\_%' THEN 'onestock_account'
        WHEN "key" LIKE 'carrier\_%' THEN 'carrier_service'
        ELSE 'shop'
    END,
    CASE WHEN "key" LIKE 'customer\_data\_request\_%' THEN substr("key", length('customer_data_request_') + 1) ELSE '' END,
    CASE WHEN "key" LIKE 'customer\_data\_request\_%' THEN 'customer_data_request' ELSE "key" END,
    jsonb_build_array(coalesce("cause", '{"code": "unreadable"}')),
    "severity",
    CASE
        WHEN "key" LIKE 'customer\_data\_request\_%' THEN ARRAY['dismiss']
        WHEN "key" LIKE 'onestock\_%' OR "key" = 'currency_mismatch' THEN ARRAY['open']
        WHEN "key" = 'carrier_signature' THEN ARRAY[]::TEXT[]
        ELSE ARRAY['retry']
    END,
    "raised_at",
    "seen_at"
FROM "problem"
ON CONFLICT DO NOTHING;

-- DropTable
DROP TABLE "problem";
