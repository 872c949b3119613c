-- A parcel becomes one fulfilment a location and delivery method type. Of which type those that are kept were is not known, and stays null: each was
-- of all that its parcel had at its location.

-- DropIndex
DROP INDEX "fulfillment_intent_shop_order_id_parcel_id_location_id_key";

-- AlterTable
ALTER TABLE "fulfillment_intent" ADD COLUMN     "method_type" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "fulfillment_intent_shop_order_id_parcel_id_location_id_meth_key" ON "fulfillment_intent"("shop", "order_id", "parcel_id", "location_id", "method_type");

