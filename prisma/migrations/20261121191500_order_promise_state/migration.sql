-- CreateIndex
CREATE INDEX "order_promise_state_idx" ON "order_promise"("state");

